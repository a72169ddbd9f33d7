package io.coffer.cli.backup;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.WaitOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer backup delete}. */
@Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete a backup.")
final class DeleteBackupCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private WaitOption wait;

  @Parameters(paramLabel = "ID")
  private String id;

  @Override
  public Integer call() {
    return wait.show(project.api(), output, new Backups(project.api()).delete(id));
  }
}
