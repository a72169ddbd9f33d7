package io.coffer.cli.backup;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.WaitOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer backup restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Overwrite a server or disk with what a backup holds.")
final class RestoreBackupCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private WaitOption wait;

  @Parameters(paramLabel = "ID")
  private String id;

  @Option(
      names = "--target",
      paramLabel = "ID",
      description = "The server or disk to overwrite (default: where it came from).")
  private String target;

  @Option(
      names = "--map",
      paramLabel = "BACKUP=VOLUME",
      description = "Write the backup of one disk to this volume; may be repeated.")
  private Map<String, String> volumes;

  @Override
  public Integer call() {
    String task =
        new Backups(project.api()).restore(id, target, volumes == null ? Map.of() : volumes);
    return wait.show(project.api(), output, task);
  }
}
