package io.coffer.cli.cloud;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud turbo-delete}. */
@Command(
    name = "turbo-delete",
    mixinStandardHelpOptions = true,
    description = "Forget a file system; its files stay.")
final class DeleteTurboCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "TURBO", description = "Id or name.")
  private String turbo;

  @Override
  public void run() {
    TurboFolder.of(project).delete(turbo);
  }
}
