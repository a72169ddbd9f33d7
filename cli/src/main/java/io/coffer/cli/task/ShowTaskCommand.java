package io.coffer.cli.task;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer task show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one task.")
final class ShowTaskCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public void run() {
    output.thing(project.api().get("/operation-logs/" + id).path("operation_log"));
  }
}
