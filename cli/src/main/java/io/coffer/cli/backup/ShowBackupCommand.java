package io.coffer.cli.backup;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer backup show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one backup.")
final class ShowBackupCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public void run() {
    output.thing(new Backups(project.api()).show(id));
  }
}
