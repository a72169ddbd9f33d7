package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy create}. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Make a policy.")
final class CreatePolicyCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private PolicyOptions options;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(
      names = "--type",
      paramLabel = "backup|replication",
      defaultValue = "backup",
      description = "What it does (default: ${DEFAULT-VALUE}).")
  private String type;

  @Option(names = "--disabled", description = "It does nothing yet.")
  private boolean disabled;

  @Override
  public void run() {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("name", name);
    policy.put("operation_type", type).put("enabled", !disabled);
    policy.set("operation_definition", options.definition());
    policy.set("trigger", options.trigger());
    output.thing(new Policies(project.api()).create(policy));
  }
}
