package io.coffer.worker.inventory;

import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.TaggedResources;
import io.coffer.worker.source.TaggedResources.Found;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at the cloud again and again. Every worker does; what differs from what was last said is
 * found out in the project's turn, so that it is said once.
 */
@ApplicationScoped
class InventoryLoop {

  private static final Logger LOG = Logger.getLogger(InventoryLoop.class);
  private static final Duration VALID = Duration.ofMinutes(1);
  private static final String TYPE = "coffer.worker.inventory-looked.v1";

  private final ResourceProvider cloud;
  private final TaggedResources resources;
  private final ToldStore told;
  private final LocalDispatch messages;
  private final Clock clock;
  private final Duration pause;
  private final Map<String, Said> said = new HashMap<>();
  private final Rounds rounds = new Rounds("inventory", this::look);

  InventoryLoop(
      ResourceProvider cloud,
      TaggedResources resources,
      ToldStore told,
      LocalDispatch messages,
      Clock clock,
      WorkerSettings settings) {
    this.cloud = cloud;
    this.resources = resources;
    this.told = told;
    this.messages = messages;
    this.clock = clock;
    this.pause = settings.worker().inventoryPoll();
  }

  void start(@Observes StartupEvent started) {
    rounds.begin(pause);
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  private void look() {
    cloud.projects().forEach(this::safely);
  }

  /** What is wrong with one project is nothing to the others. */
  private void safely(String project) {
    try {
      look(project);
    } catch (RuntimeException e) {
      LOG.warnf("what project %s has is not looked at: %s", project, e.getMessage());
    }
  }

  /**
   * What was said once is said by nobody again, so that it need not be compared any more: only now
   * and then, because another worker may have said something else meanwhile. What is said was found
   * after it was known what others have said.
   */
  private void look(String project) {
    Instant at = clock.now();
    Said before = said.get(project);
    if (before == null
        || before.until().isBefore(at)
        || !before.found().equals(resources.of(project))) {
      long times = told.now(project);
      Found found = resources.of(project);
      messages.give(
          UUID.randomUUID(),
          TYPE,
          at,
          project,
          new InventoryLooked(found.all(), found.whole(), times, at));
      said.put(project, new Said(found, at.plus(VALID)));
    }
  }

  /** What this worker said of a project last, and until when that is taken for known. */
  private record Said(Found found, Instant until) {}
}
