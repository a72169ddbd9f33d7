package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.contracts.vault.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud desktop-create}. */
@Command(
    name = "desktop-create",
    mixinStandardHelpOptions = true,
    description = "Make a desktop with copies of raw images as disks.")
final class CreateDesktopCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private ServerOptions options;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Override
  public void run() {
    String type = ResourceType.DESKTOP.wireName();
    CloudViews.made(
        CloudFolder.of(project).create(name, options.disks, options.choices(type)), output);
  }
}
