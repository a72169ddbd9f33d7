package io.coffer.worker.task;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.plumbing.DatabaseAwayException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One sign of life for all tasks that go on here, and what it tells of them. A task whose job hangs
 * is given none: its lease ends, and another worker has it.
 */
final class Heartbeat implements Runnable {

  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Supplier<Collection<RunningTask>> running;
  private final TaskTable tasks;
  private final Duration timeout;
  private final Duration silence;
  private final LongSupplier nanos;

  Heartbeat(
      Supplier<Collection<RunningTask>> running,
      TaskTable tasks,
      WorkerSettings.Worker settings,
      LongSupplier nanos) {
    this.running = running;
    this.tasks = tasks;
    this.timeout = settings.taskTimeout();
    this.silence = settings.silence();
    this.nanos = nanos;
  }

  @Override
  public void run() {
    Collection<RunningTask> held =
        running.get().stream().filter(task -> task.lease().isHeld() && !hangs(task)).toList();
    if (held.isEmpty()) {
      return;
    }
    long asked = nanos.getAsLong();
    try {
      Map<UUID, TaskTable.Beat> beats =
          tasks.beat(held.stream().map(RunningTask::task).toList(), timeout).stream()
              .collect(Collectors.toMap(TaskTable.Beat::taskId, beat -> beat));
      held.forEach(task -> heard(task, beats.get(task.task().id()), asked));
    } catch (DatabaseAwayException e) {
      LOG.warnf("no sign of life tasks=%d: %s", held.size(), e.getMessage());
    }
  }

  private boolean hangs(RunningTask task) {
    boolean hangs = task.signs().areMissingFor(silence);
    if (hangs) {
      LOG.warnf(
          "idle, and left to others task=%s seconds=%d", task.task().id(), silence.toSeconds());
    }
    return hangs;
  }

  private static void heard(RunningTask task, TaskTable.Beat beat, long asked) {
    if (beat == null) {
      task.lease().lost();
      return;
    }
    task.lease().renewed(asked);
    if (beat.timedOut()) {
      task.stop(StopReason.TIMED_OUT);
    }
  }
}
