package io.coffer.cli.task;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer task wait}. */
@Command(
    name = "wait",
    mixinStandardHelpOptions = true,
    description = "Wait until a task is over; exit code 1 unless it succeeded.")
final class WaitForTaskCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public Integer call() {
    TaskState state = new TaskWait(project.api()).forTask(id);
    output.thing(state.log());
    return WaitOption.exitCode(List.of(state));
  }
}
