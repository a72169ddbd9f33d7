package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud turbo-create}. */
@Command(
    name = "turbo-create",
    mixinStandardHelpOptions = true,
    description = "Make a file system of a folder of this machine.")
final class CreateTurboCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(names = "--dir", paramLabel = "PATH", required = true)
  private Path folder;

  @Option(
      names = "--size",
      paramLabel = "GB",
      defaultValue = "500",
      description = "What it may hold (default: ${DEFAULT-VALUE}).")
  private int sizeGb;

  @Override
  public void run() {
    Turbo turbo = TurboFolder.of(project).create(name, folder, sizeGb);
    if (output.isJson()) {
      output.json(CloudViews.of(turbo));
    } else {
      System.out.println("File system " + turbo.id());
    }
  }
}
