package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud server-create}. */
@Command(
    name = "server-create",
    mixinStandardHelpOptions = true,
    description = "Make a server with copies of raw images as disks.")
final class CreateServerCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private ServerOptions options;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Override
  public void run() {
    CloudViews.made(
        CloudFolder.of(project).create(name, options.disks, options.choices(null)), output);
  }
}
