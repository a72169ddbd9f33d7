package io.coffer.cli.task;

import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ApiFailure;
import io.coffer.local.LocalStackException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Waits for tasks, and shows how far they are. */
public final class TaskWait {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(1);
  private static final Duration APPEARS_WITHIN = Duration.ofSeconds(30);
  private static final Duration AWAY_AT_MOST = Duration.ofSeconds(90);

  private final Api api;
  private final PrintStream out;
  private final Consumer<TaskState> listener;
  private final Duration shortestStep;

  /** Shows progress on standard error, so that standard output stays for the result. */
  public TaskWait(Api api) {
    this(api, System.err, state -> {});
  }

  /** Also tells somebody of every state seen. */
  public TaskWait(Api api, PrintStream out, Consumer<TaskState> listener) {
    this(api, out, listener, STEP);
  }

  private TaskWait(Api api, PrintStream out, Consumer<TaskState> listener, Duration shortestStep) {
    this.api = api;
    this.out = out;
    this.listener = listener;
    this.shortestStep = shortestStep;
  }

  /** For whom measures: looks no more than once a second, for each look slows the task down. */
  public static TaskWait seldom(Api api, PrintStream out) {
    return new TaskWait(api, out, state -> {}, LONGEST_STEP);
  }

  /** Waits until the task is over. */
  public TaskState forTask(String id) {
    ProgressLine line = new ProgressLine(out, System.console() != null);
    long begun = System.nanoTime();
    try {
      while (true) {
        TaskState state = look(id);
        listener.accept(state);
        line.show(state);
        if (state.isOver()) {
          return state;
        }
        Duration step = stepAfter(Duration.ofNanos(System.nanoTime() - begun));
        sleep(step.compareTo(shortestStep) < 0 ? shortestStep : step);
      }
    } finally {
      line.close();
    }
  }

  /** Waits for all tasks of a restore point, one after the other. */
  public List<TaskState> forCheckpoint(String vault, String checkpoint) {
    List<TaskState> over = new ArrayList<>();
    for (TaskState task :
        find(
            "/operation-logs?operation_type=backup&vault_id=" + vault,
            state -> state.log().path("checkpoint_id").asText().equals(checkpoint))) {
      over.add(forTask(task.id()));
    }
    return over;
  }

  /**
   * The tasks that a query finds and that fit; waits for the first to appear.
   *
   * @param path of the list of operation logs, with a query
   */
  public List<TaskState> find(String path, Predicate<TaskState> fits) {
    long deadline = System.nanoTime() + APPEARS_WITHIN.toNanos();
    while (true) {
      List<TaskState> found =
          api.list(path, "operation_logs").stream().map(TaskState::new).filter(fits).toList();
      if (!found.isEmpty() || System.nanoTime() > deadline) {
        return found;
      }
      sleep(STEP);
    }
  }

  /** Tasks go on while the gateway is away for a moment, and so does the wait for them. */
  private TaskState look(String id) {
    long deadline = System.nanoTime() + AWAY_AT_MOST.toNanos();
    while (true) {
      try {
        return new TaskState(api.get("/operation-logs/" + id).path("operation_log"));
      } catch (ApiFailure | LocalStackException failure) {
        boolean passing = !(failure instanceof ApiFailure answer) || answer.status() >= 500;
        if (!passing || System.nanoTime() > deadline) {
          throw failure;
        }
        sleep(STEP);
      }
    }
  }

  /** How long until the next look: who asks all the time slows the task down. */
  static Duration stepAfter(Duration waited) {
    Duration step = waited.dividedBy(20);
    return step.compareTo(STEP) < 0 ? STEP : step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a task", interrupted);
    }
  }
}
