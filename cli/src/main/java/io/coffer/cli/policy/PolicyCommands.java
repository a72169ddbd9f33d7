package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import io.coffer.policy.vector.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer policy ...}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    subcommands = {ExplainCommand.class, ForecastCommand.class, CalendarCommand.class},
    description = "Work with policies, which make backups by themselves and delete old ones.")
public final class PolicyCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the policies of a project.")
  void list(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(names = "--type", paramLabel = "backup|replication", description = "Only these.")
          String type,
      @Option(names = "--vault", description = "Only those applied to this vault, id or name.")
          String vault) {
    Api api = project.api();
    String vaultId = vault == null ? null : new Vaults(api).id(vault);
    output.rows(
        new Policies(api).list(type, vaultId),
        "id",
        "name",
        "operation_type=type",
        "enabled",
        "trigger.properties.pattern",
        "operation_definition=keeps");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one policy.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "POLICY", description = "Id or name.") String policy) {
    output.thing(new Policies(project.api()).find(policy));
  }

  @Command(name = "create", mixinStandardHelpOptions = true, description = "Make a policy.")
  void create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin PolicyOptions options,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--type",
              paramLabel = "backup|replication",
              defaultValue = "backup",
              description = "What it does (default: ${DEFAULT-VALUE}).")
          String type,
      @Option(names = "--disabled", description = "It does nothing yet.") boolean disabled) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("name", name);
    policy.put("operation_type", type).put("enabled", !disabled);
    policy.set("operation_definition", options.definition());
    policy.set("trigger", options.trigger());
    output.thing(new Policies(project.api()).create(policy));
  }

  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      description = "Change a policy. Its rules are replaced as a whole, and so is what it keeps.")
  void update(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin PolicyOptions options,
      @Parameters(paramLabel = "POLICY", description = "Id or name.") String policy,
      @Option(names = "--name", description = "The new name.") String name,
      @Option(names = "--enabled", paramLabel = "true|false", description = "Whether it acts.")
          Boolean enabled) {
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

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Delete a policy, from all its vaults too. Backups stay.")
  void delete(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "POLICY", description = "Id or name.") String policy) {
    project.api().delete("/policies/" + new Policies(project.api()).id(policy));
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = "Apply a policy to a vault, in place of the one of its type before.")
  void apply(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(index = "0", paramLabel = "POLICY", description = "Id or name.") String policy,
      @Parameters(index = "1", paramLabel = "VAULT", description = "Id or name.") String vault,
      @Option(names = "--destination", paramLabel = "ID", description = "The vault for copies.")
          String destination) {
    Policies policies = new Policies(project.api());
    String vaultId = new Vaults(project.api()).id(vault);
    output.thing(policies.apply(vaultId, policies.id(policy), destination));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Take a policy off a vault. Backups stay.")
  void remove(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(index = "0", paramLabel = "POLICY", description = "Id or name.") String policy,
      @Parameters(index = "1", paramLabel = "VAULT", description = "Id or name.") String vault) {
    Policies policies = new Policies(project.api());
    output.thing(policies.remove(new Vaults(project.api()).id(vault), policies.id(policy)));
  }

  @Command(
      name = "evaluate-vectors",
      mixinStandardHelpOptions = true,
      description = "Compare the rules of policies with the cases in a file; needs no stack.")
  int evaluateVectors(
      @Parameters(paramLabel = "FILE", description = "JSON with a list \"vectors\".") Path file)
      throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("Cannot read " + file + ".");
    }
    List<VectorFile.Result> results = VectorFile.evaluate(Files.readAllBytes(file));
    for (VectorFile.Result result : results) {
      System.out.println(result.id() + " " + (result.ok() ? "ok" : result.difference()));
    }
    return results.stream().allMatch(VectorFile.Result::ok) ? 0 : 1;
  }
}
