package io.coffer.worker.task;

import io.coffer.contracts.CbrError;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.JobStopped;
import io.coffer.worker.job.RepositoryMeter;
import io.coffer.worker.job.Task;
import io.coffer.worker.plumbing.DatabaseAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Runs one leased task from its beginning to its end, whatever that is. */
@ApplicationScoped
class TaskRunner {

  private static final Logger LOG = Logger.getLogger(TaskRunner.class);
  private static final int MISHAPS_ALLOWED = 2;
  private static final int CRASHES_ALLOWED = 2;
  private static final Duration AFTER_MISHAP = Duration.ofSeconds(5);

  private final Jobs jobs;
  private final TaskTable tasks;
  private final TaskReporter reporter;
  private final RepositoryMeter meter;
  private final Duration timeout;

  TaskRunner(
      Jobs jobs,
      TaskTable tasks,
      TaskReporter reporter,
      RepositoryMeter meter,
      WorkerSettings settings) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.reporter = reporter;
    this.meter = meter;
    this.timeout = settings.worker().taskTimeout();
  }

  void run(RunningTask running) {
    Task task = running.task();
    try {
      LOG.infof(
          "begins project=%s task=%s kind=%s vault=%s epoch=%d",
          task.project(), task.id(), task.kind(), task.vaultId(), task.epoch());
      if (task.late()) {
        timedOut(running);
        return;
      }
      if (task.crashes() > CRASHES_ALLOWED) {
        fail(running, CbrError.UNKNOWN_ERROR, died(task));
        return;
      }
      if (task.started().isEmpty()) {
        reporter.begun(task);
      }
      running.report().tell();
      JobResult result = jobs.of(task.kind()).run(task, running);
      running.report().tell(); // a short job has told no more than that it began
      end(task, new TaskResult.Success(result));
    } catch (JobFailure e) {
      LOG.infof(
          "fails project=%s task=%s code=%s: %s",
          task.project(), task.id(), e.error().code(), e.getMessage());
      fail(running, e.error(), e.getMessage());
    } catch (JobStopped e) {
      stopped(running);
    } catch (DatabaseAwayException e) {
      LOG.warnf("stops task=%s: %s", task.id(), e.getMessage());
      release(task);
    } catch (RuntimeException e) {
      mishap(running, e);
    } catch (Error e) {
      LOG.errorf(e, "broke down task=%s", task.id());
      crashed(task);
      throw e;
    }
  }

  private void stopped(RunningTask running) {
    Task task = running.task();
    StopReason reason = running.reason();
    LOG.infof("is stopped task=%s reason=%s", task.id(), reason);
    if (reason == StopReason.TIMED_OUT) {
      timedOut(running);
    } else if (reason != StopReason.LEASE_LOST) {
      release(task);
    }
  }

  private static String died(Task task) {
    return "The worker died " + task.crashes() + " times while it ran this task, see its log.";
  }

  private void timedOut(RunningTask running) {
    String message = "The task did not end within " + timeout.toHours() + " hours.";
    long stored = running.report().storedBytes();
    end(running.task(), new TaskResult.Failure(CbrError.UNKNOWN_ERROR, message, true, stored));
  }

  /** Something that nobody foresaw, most likely a mistake in the program: tried again twice. */
  private void mishap(RunningTask running, RuntimeException e) {
    Task task = running.task();
    LOG.errorf(e, "unforeseen task=%s", task.id());
    if (running.isStopped()) {
      stopped(running);
    } else if (task.mishaps() < MISHAPS_ALLOWED) {
      giveBack(task, again -> tasks.retry(again, AFTER_MISHAP));
    } else {
      String message = "The task failed for an unforeseen reason, see the log of the worker.";
      fail(running, CbrError.UNKNOWN_ERROR, message);
    }
  }

  private void fail(RunningTask running, CbrError error, String message) {
    long stored = running.report().storedBytes();
    end(running.task(), new TaskResult.Failure(error, message, false, stored));
  }

  private void end(Task task, TaskResult result) {
    reporter.ended(task, result, meter.storedBytes(task.vaultId()));
  }

  private void release(Task task) {
    giveBack(task, tasks::release);
  }

  private void crashed(Task task) {
    giveBack(task, tasks::crashed);
  }

  private static void giveBack(Task task, Consumer<Task> how) {
    try {
      how.accept(task);
    } catch (DatabaseAwayException e) {
      LOG.warnf("left to its lease task=%s: %s", task.id(), e.getMessage());
    }
  }
}
