package io.coffer.cli.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer vault update}. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    description = "Rename or resize a vault.")
final class UpdateVaultCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Option(names = "--name", description = "The new name.")
  private String name;

  @Option(names = "--size", paramLabel = "GB", description = "The new capacity.")
  private Integer sizeGb;

  @Override
  public void run() {
    Api api = project.api();
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    if (name != null) {
      change.put("name", name);
    }
    if (sizeGb != null) {
      change.putObject("billing").put("size", sizeGb);
    }
    JsonNode body = JsonNodeFactory.instance.objectNode().set("vault", change);
    output.thing(api.put("/vaults/" + new Vaults(api).id(vault), body).path("vault"));
  }
}
