package io.coffer.cli.checkpoint;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer checkpoint show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one restore point.")
final class ShowCheckpointCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public void run() {
    output.thing(new Checkpoints(project.api()).show(id));
  }
}
