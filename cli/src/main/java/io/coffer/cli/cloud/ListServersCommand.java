package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer cloud server-list}. */
@Command(
    name = "server-list",
    mixinStandardHelpOptions = true,
    description = "List the servers and desktops of a project.")
final class ListServersCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    output.rows(
        CloudFolder.of(project).list().stream().map(CloudViews::of).toList(),
        "id",
        "name",
        "type",
        "status",
        "size_gb",
        "created_at");
  }
}
