package io.coffer.worker.task;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.job.Task;
import io.coffer.worker.plumbing.ClaimThread;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the slots of this worker busy: looks for tasks at start, when a command came, when a slot
 * becomes free and every second, and keeps the leases of those it has.
 */
@ApplicationScoped
public class TaskClaimLoop {

  private static final Logger LOG = Logger.getLogger(TaskClaimLoop.class);
  private static final Duration JOBS_MAY_TAKE = Duration.ofSeconds(8);
  private static final int LAST = 4000;

  private final TaskTable tasks;
  private final LockTable locks;
  private final TaskReporter reporter;
  private final TaskRunner runner;
  private final WorkerSettings.Worker settings;
  private final ConcurrentHashMap<RunningTask, Thread> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService beats =
      Executors.newScheduledThreadPool(1, daemon("task-heartbeat"));
  private final ScheduledExecutorService reports =
      Executors.newScheduledThreadPool(1, daemon("task-progress"));
  private final ClaimThread claims;

  TaskClaimLoop(
      TaskTable tasks,
      LockTable locks,
      TaskReporter reporter,
      TaskRunner runner,
      WorkerSettings settings) {
    this.tasks = tasks;
    this.locks = locks;
    this.reporter = reporter;
    this.runner = runner;
    this.settings = settings.worker();
    claims =
        new ClaimThread(
            "task-claims", settings.worker().poll(), this::takeOverOwn, this::fillSlots);
  }

  void start(@Observes @Priority(LAST) StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      return;
    }
    Heartbeat heartbeat =
        new Heartbeat(() -> List.copyOf(running.keySet()), tasks, settings, System::nanoTime);
    every(beats, settings.heartbeat(), heartbeat);
    every(reports, settings.heartbeat(), tasks::followClock);
    every(reports, Duration.ofSeconds(1), () -> running.keySet().forEach(t -> t.report().tell()));
    every(reports, Duration.ofHours(1), tasks::forgetOld);
    claims.start();
  }

  /**
   * Jobs end as soon as they can, and their tasks are free for the next start or another worker.
   */
  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    claims.stop();
    running.keySet().forEach(task -> task.stop(StopReason.SHUTDOWN));
    long until = System.nanoTime() + JOBS_MAY_TAKE.toNanos();
    for (Thread job : running.values()) {
      job.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
    }
    beats.shutdownNow();
    reports.shutdownNow();
  }

  /** There may be work. */
  public void wake() {
    claims.wake();
  }

  private void takeOverOwn() {
    int taken = tasks.takeOverOwn();
    LOG.infof("taken up from a former life owner=%s tasks=%d", tasks.owner(), taken);
  }

  private void fillSlots() {
    while (!claims.isStopping() && hasFreeSlot()) {
      long asked = System.nanoTime();
      Optional<Task> claimed = tasks.claim();
      if (claimed.isEmpty()) {
        return;
      }
      begin(claimed.get(), new Lease(settings.lease(), System::nanoTime, asked));
    }
  }

  /** A job that hangs and is another worker's keeps no slot, but not so for any number of them. */
  private boolean hasFreeSlot() {
    long held = running.keySet().stream().filter(task -> task.lease().isHeld()).count();
    return held < settings.slots() && running.size() < 2 * settings.slots();
  }

  private void begin(Task task, Lease lease) {
    ProgressReport report = new ProgressReport(task, tasks, reporter);
    SignsOfWork signs = new SignsOfWork(System::nanoTime);
    RunningTask control = new RunningTask(task, lease, tasks, locks, report, signs);
    Thread job =
        new Thread(
            () -> {
              try {
                signs.begin();
                runner.run(control);
              } finally {
                running.remove(control);
                wake();
              }
            },
            "task-" + task.id());
    job.setDaemon(true);
    running.put(control, job);
    if (claims.isStopping()) {
      control.stop(StopReason.SHUTDOWN);
    }
    job.start();
  }

  private static void every(ScheduledExecutorService threads, Duration period, Runnable work) {
    Runnable safely =
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.warnf(
                "failed, and tried again loop=%s: %s",
                Thread.currentThread().getName(), e.getMessage());
          }
        };
    long millis = period.toMillis();
    threads.scheduleWithFixedDelay(safely, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
