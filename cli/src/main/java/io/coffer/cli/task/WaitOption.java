package io.coffer.cli.task;

import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --wait}. */
public final class WaitOption {

  @Option(names = "--wait", description = "Wait until it is done, and show how far it is.")
  private boolean wanted;

  public boolean isWanted() {
    return wanted;
  }

  /** The exit code that tells whether all tasks succeeded; says why where not. */
  public static int exitCode(List<TaskState> tasks) {
    for (TaskState task : tasks) {
      if (!task.isSuccess()) {
        System.err.println("coffer: task " + task.id() + " " + task.status() + " " + task.error());
      }
    }
    return tasks.stream().allMatch(TaskState::isSuccess) ? 0 : 1;
  }
}
