package io.coffer.cli.task;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --wait}. */
public final class WaitOption {

  @Option(names = "--wait", description = "Wait until it is done, and show how far it is.")
  private boolean wanted;

  public boolean isWanted() {
    return wanted;
  }

  /** Shows a task that was begun, at its end where that is wanted; the exit code tells of that. */
  public int show(Api api, OutputOption output, String task) {
    if (!wanted) {
      output.thing(JsonNodeFactory.instance.objectNode().put("job_id", task));
      return 0;
    }
    TaskState state = new TaskWait(api).forTask(task);
    output.thing(state.log());
    return exitCode(List.of(state));
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
