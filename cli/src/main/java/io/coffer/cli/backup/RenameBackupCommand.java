package io.coffer.cli.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer backup update}. */
@Command(name = "update", mixinStandardHelpOptions = true, description = "Rename a backup.")
final class RenameBackupCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ID")
  private String id;

  @Option(names = "--name", required = true, description = "The new name.")
  private String name;

  @Override
  public void run() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Api api = project.api();
    output.thing(
        api.put(
                "/backups/" + id,
                nodes.objectNode().set("backup", nodes.objectNode().put("name", name)))
            .path("backup"));
  }
}
