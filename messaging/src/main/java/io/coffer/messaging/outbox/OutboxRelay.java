package io.coffer.messaging.outbox;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.Milestones;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes committed rows to Kafka, in the order of their position within a project, at least once.
 * Rows come from memory right after their commit; a sweep finds what a crash or a failed send left.
 * A project whose send failed stalls: its later rows stay in the table until a sweep has sent
 * everything before them.
 *
 * <p>An acknowledged row stays until the broker has surely written it to its disk. When this
 * process or the broker has begun a new life, all that is there is sent once more.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int SWEEP_SECONDS = 2;
  private static final int FORGET_SECONDS = 1;
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

  private final OutboxTable table;
  private final OutboxProducer producer;
  private final Epochs broker;
  private final Milestones milestones;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> relayThread = new Thread(task, "outbox-relay"));
  private volatile Thread relayThread;

  /** Projects whose rows go by sweep only. Touched by the relay thread alone. */
  private final Set<String> stalled = new HashSet<>();

  /** The newest row of a project that a sweep sent: what is handed over up to it is sent. */
  private final Map<String, Long> swept = new HashMap<>();

  private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
  private final Kept kept;
  private final Duration left;

  /** The broker's life that all kept rows were sent in; empty until the table was read through. */
  private Map<TopicPartition, Integer> epochs = Map.of();

  OutboxRelay(
      OutboxTable table,
      OutboxProducer producer,
      Epochs broker,
      Milestones milestones,
      @ConfigProperty(name = "coffer.outbox.flushed-after") Duration flushedAfter) {
    this.table = table;
    this.producer = producer;
    this.broker = broker;
    this.milestones = milestones;
    this.kept = new Kept(flushedAfter);
    this.left = flushedAfter.plus(LEFT_BEHIND);
  }

  void start(@Observes StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      return;
    }
    thread.scheduleWithFixedDelay(safely(this::sweep), 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(
        safely(this::forgetFlushed), FORGET_SECONDS, FORGET_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(1, TimeUnit.SECONDS);
  }

  /**
   * Takes the rows of one commit. Called in the order of the commits of a project.
   *
   * @param inDoubt projects of which earlier rows may never have been handed over; all that the
   *     table has of them is sent, in its order
   */
  public void handOver(List<OutboxRow> rows, Set<String> inDoubt) {
    if (rows.isEmpty() && inDoubt.isEmpty()) {
      return;
    }
    try {
      thread.execute(
          safely(
              () -> {
                stalled.addAll(inDoubt);
                rows.forEach(this::offer);
                inDoubt.forEach(this::sweep);
              }));
    } catch (RejectedExecutionException e) {
      LOG.debugf("stay in the outbox, for the service ends rows=%d", rows.size());
    }
  }

  private void offer(OutboxRow row) {
    String project = row.record().project();
    if (epochs.isEmpty()) {
      stalled.add(project);
    } else if (!stalled.contains(project) && row.position() > swept.getOrDefault(project, 0L)) {
      send(row);
    }
  }

  private void send(OutboxRow row) {
    inFlight.add(row.position());
    producer.send(
        row.record(),
        () -> {
          milestones.reached(Milestone.SENT);
          kept.acknowledged(row.position());
          inFlight.remove(row.position());
        },
        failure -> {
          LOG.warnf(
              "not sent, will be swept topic=%s project=%s: %s",
              row.record().topic(), row.record().project(), failure.getMessage());
          onRelayThread(
              () -> {
                stalled.add(row.record().project());
                inFlight.remove(row.position());
              });
        });
  }

  /**
   * At once where it can be: a row that is refused while it is being offered must stall its project
   * before the next row is offered.
   */
  private void onRelayThread(Runnable work) {
    if (Thread.currentThread() == relayThread) {
      work.run();
    } else {
      thread.execute(work);
    }
  }

  private void sweep() {
    swept.clear(); // what was still to be handed over then has been
    if (epochs.isEmpty()) {
      Map<TopicPartition, Integer> now = broker.now();
      sendAllTwice();
      epochs = now;
    }
    table
        .olderThan(left)
        .forEach(
            (position, project) -> {
              if (!isKnown(position)) {
                stalled.add(project);
              }
            });
    for (String project : List.copyOf(stalled)) {
      sweep(project);
    }
  }

  /**
   * Sends what the table has of a stalled project, one by one: rare, and order matters more than
   * speed. Rows of later commits are still queued behind this on the relay's thread, so nothing is
   * overtaken when they are offered again.
   */
  private void sweep(String project) {
    List<OutboxRow> rows;
    long after = 0;
    do {
      rows = table.rows(Optional.of(project), after);
      for (OutboxRow row : rows) {
        after = row.position();
        if (!isKnown(after)) {
          if (!producer.sendAndWait(row.record())) {
            return;
          }
          kept.acknowledged(after);
          swept.put(project, after);
        }
      }
    } while (rows.size() == OutboxTable.MOST_ROWS);
    stalled.remove(project);
  }

  /**
   * What the broker may have lost, in its order. A follower that goes on at an offset which the
   * broker had lost does not see what now stands before it; by then as much has come as was lost,
   * so it sees all of what comes once more.
   */
  private void sendAllTwice() {
    kept.doubtAll();
    stalled.clear();
    for (int time = 0; time < 2; time++) {
      List<OutboxRow> rows;
      long after = 0;
      do {
        rows = table.rows(Optional.empty(), after);
        for (OutboxRow row : rows) {
          after = row.position();
          if (!stalled.contains(row.record().project())) {
            send(row);
            swept.put(row.record().project(), after);
          }
        }
      } while (rows.size() == OutboxTable.MOST_ROWS);
    }
  }

  private void forgetFlushed() {
    if (kept.isEmpty() || epochs.isEmpty()) {
      return;
    }
    long before = System.nanoTime();
    Map<TopicPartition, Integer> now = broker.now();
    if (!now.equals(epochs)) {
      LOG.infof("the broker has begun a new life: what it may have lost is sent again");
      sendAllTwice();
      epochs = now;
      return;
    }
    List<Long> positions = kept.safe(before);
    if (!positions.isEmpty()) {
      table.delete(positions);
      kept.forget(positions);
    }
  }

  private boolean isKnown(long position) {
    return inFlight.contains(position) || kept.has(position);
  }

  private static Runnable safely(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.warnf("the outbox waits: %s", e.getMessage());
      }
    };
  }
}
