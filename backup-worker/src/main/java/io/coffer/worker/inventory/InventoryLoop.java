package io.coffer.worker.inventory;

import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.protectable.TaggedResources;
import io.coffer.worker.protectable.TaggedResources.Found;
import io.coffer.worker.source.ResourceProvider;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
  private final SeenResourceStore seen;
  private final ToldStore told;
  private final LocalDispatch messages;
  private final Clock clock;
  private final Duration pause;
  private final Map<String, Said> said = new HashMap<>();
  private final Rounds rounds = new Rounds("inventory", this::look);

  InventoryLoop(
      ResourceProvider cloud,
      TaggedResources resources,
      SeenResourceStore seen,
      ToldStore told,
      LocalDispatch messages,
      Clock clock,
      WorkerSettings settings) {
    this.cloud = cloud;
    this.resources = resources;
    this.seen = seen;
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

  /** A project that has no folder any more has nothing; a cloud that is away says nothing. */
  private void look() {
    Set<String> projects = new HashSet<>(cloud.projects());
    if (cloud.isThere()) {
      projects.addAll(seen.projects());
    }
    said.keySet().retainAll(projects);
    projects.forEach(this::safely);
  }

  /** What is wrong with one project is nothing to the others. */
  private void safely(String project) {
    try {
      look(project);
    } catch (RuntimeException e) {
      LOG.warnf("inventory not looked at project=%s: %s", project, e.getMessage());
    }
  }

  /**
   * What was said once is said by nobody again, so that it need not be compared any more. Now and
   * then it is asked whether another worker has said something else meanwhile. What is said was
   * found after it was known what others have said.
   */
  private void look(String project) {
    Instant at = clock.now();
    Said before = said.get(project);
    if (before != null
        && before.isKnown(at)
        && before.covers(resources.of(project), before.told())) {
      return;
    }
    long times = told.now(project);
    Found found = resources.of(project);
    if (before == null || !before.covers(found, times)) {
      messages.give(
          UUID.randomUUID(),
          TYPE,
          at,
          project,
          new InventoryLooked(found.all(), found.unread(), times, at));
    }
    said.put(project, new Said(found, times, at.plus(VALID)));
  }
}
