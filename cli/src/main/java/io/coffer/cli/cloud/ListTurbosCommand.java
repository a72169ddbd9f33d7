package io.coffer.cli.cloud;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer cloud turbo-list}. */
@Command(
    name = "turbo-list",
    mixinStandardHelpOptions = true,
    description = "List the file systems of a project.")
final class ListTurbosCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    output.rows(
        TurboFolder.of(project).list().stream().map(CloudViews::of).toList(),
        "id",
        "name",
        "status",
        "size_gb",
        "path");
  }
}
