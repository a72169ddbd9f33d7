package io.coffer.worker.inventory;

import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.TaggedResources;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at the cloud again and again. Every worker does; what differs from what was last said is
 * found out in the project's turn, so that it is said once.
 */
@ApplicationScoped
class InventoryLoop {

  private static final Logger LOG = Logger.getLogger(InventoryLoop.class);
  private static final String TYPE = "coffer.worker.inventory-looked.v1";
  private static final String SOURCE = "backup-worker";

  private final ResourceProvider cloud;
  private final TaggedResources resources;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final long millis;
  private final Map<String, List<TaggedResource>> last = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "inventory");
            made.setDaemon(true);
            return made;
          });

  InventoryLoop(
      ResourceProvider cloud,
      TaggedResources resources,
      Dispatcher dispatcher,
      Clock clock,
      WorkerSettings settings) {
    this.cloud = cloud;
    this.resources = resources;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.millis = settings.worker().inventoryPoll().toMillis();
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::safely, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void safely() {
    try {
      cloud.projects().forEach(this::safely);
    } catch (RuntimeException e) {
      LOG.warnf("the cloud is not looked at: %s", e.getMessage());
    }
  }

  /** What is wrong with one project is nothing to the others. */
  private void safely(String project) {
    try {
      look(project);
    } catch (RuntimeException e) {
      LOG.warnf("what project %s has is not looked at: %s", project, e.getMessage());
    }
  }

  /** What was said once is said by nobody again, so that it need not be compared any more. */
  private void look(String project) {
    List<TaggedResource> now = resources.of(project);
    if (!now.equals(last.get(project))) {
      tell(project, new InventoryLooked(now, clock.now()));
      last.put(project, now);
    }
  }

  private void tell(String project, InventoryLooked looked) {
    Instant time = looked.lookedAt();
    Envelope envelope =
        Envelope.stamped(UUID.randomUUID(), TYPE, SOURCE, time, project, null, null);
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(envelope, looked)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
