package io.coffer.messaging.outbox;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.Milestones;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes committed rows to Kafka, in the order of their position within a project, at least once.
 * Rows come from memory right after their commit; a sweep finds what a crash or a failed send left.
 * A project whose send failed stalls: its later rows stay in the table until a sweep has sent
 * everything before them.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int SWEEP_SECONDS = 2;
  private static final int ACKNOWLEDGE_MILLIS = 100;

  private final OutboxTable table;
  private final OutboxProducer producer;
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
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private boolean recovered;

  Relay(OutboxTable table, OutboxProducer producer, Milestones milestones) {
    this.table = table;
    this.producer = producer;
    this.milestones = milestones;
  }

  void start(@Observes StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      return;
    }
    thread.scheduleWithFixedDelay(safely(this::sweep), 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(
        safely(this::forgetAcknowledged),
        ACKNOWLEDGE_MILLIS,
        ACKNOWLEDGE_MILLIS,
        TimeUnit.MILLISECONDS);
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
      LOG.debugf("%d rows stay in the outbox: the service ends", rows.size());
    }
  }

  private void offer(OutboxRow row) {
    String project = row.record().project();
    if (!recovered) {
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
          acknowledged.add(row.position());
          inFlight.remove(row.position());
        },
        failure -> {
          LOG.warnf(
              "not sent to %s, will be swept: %s", row.record().topic(), failure.getMessage());
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
    stalled.addAll(table.projectsLeftBehind(recovered ? known() : List.of(), !recovered));
    recovered = true;
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
    do {
      rows = table.rows(project, known());
      for (OutboxRow row : rows) {
        if (!producer.sendAndWait(row.record())) {
          return;
        }
        acknowledged.add(row.position());
        swept.put(project, row.position());
      }
    } while (rows.size() == OutboxTable.MOST_ROWS);
    stalled.remove(project);
  }

  private void forgetAcknowledged() {
    List<Long> positions = List.copyOf(acknowledged);
    if (!positions.isEmpty()) {
      table.delete(positions);
      positions.forEach(acknowledged::remove);
    }
  }

  private List<Long> known() {
    Set<Long> known = new HashSet<>(inFlight);
    known.addAll(acknowledged);
    return List.copyOf(known);
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
