package io.coffer.cli.cloud;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer cloud server-delete}. */
@Command(
    name = "server-delete",
    mixinStandardHelpOptions = true,
    description = "Delete a server or a desktop and its disks.")
final class DeleteServerCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "SERVER", description = "Id or name.")
  private String server;

  @Override
  public void run() {
    CloudFolder cloud = CloudFolder.of(project);
    cloud.delete(cloud.find(server));
  }
}
