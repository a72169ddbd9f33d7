package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy update}. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    description = "Change a policy. Its rules are replaced as a whole, and so is what it keeps.")
final class UpdatePolicyCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private PolicyOptions options;

  @Parameters(paramLabel = "POLICY", description = "Id or name.")
  private String policy;

  @Option(names = "--name", description = "The new name.")
  private String name;

  @Option(names = "--enabled", paramLabel = "true|false", description = "Whether it acts.")
  private Boolean enabled;

  @Override
  public void run() {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    if (name != null) {
      change.put("name", name);
    }
    if (enabled != null) {
      change.put("enabled", enabled);
    }
    Policies policies = new Policies(project.api());
    JsonNode known = policies.find(policy);
    if (!options.definition().isEmpty()) {
      change.set("operation_definition", options.over(known.path("operation_definition")));
    }
    if (!options.trigger().isEmpty()) {
      change.set("trigger", options.trigger());
    }
    output.thing(policies.update(known.path("id").asText(), change));
  }
}
