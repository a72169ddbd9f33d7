package io.coffer.cli.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Credentials;
import io.coffer.cli.stack.Stack;
import io.coffer.contracts.Command;
import io.coffer.contracts.dbom.InstanceFreezeCommand.FreezeInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ThawInstance;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which things are meant: those that are named, or all that there are of a project or account. */
final class Frozen {

  /** The ways to say which. */
  private static final class Which {

    @Parameters(
        paramLabel = "ID",
        arity = "1..*",
        description = "Ids of vaults or of database O&M instances of the project.")
    private List<UUID> ids = List.of();

    @Option(names = "--all", description = "All that there are of the project.")
    private boolean all;

    @Option(names = "--account", description = "All that there are of the account.")
    private boolean account;
  }

  @Mixin private ProjectOption project;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which;

  /** A thing that can be frozen. */
  record Thing(String project, UUID id, boolean isVault) {

    Command freeze(String scene, boolean releasable) {
      return isVault
          ? new FreezeVault(id, scene, releasable)
          : new FreezeInstance(id, scene, releasable);
    }

    Command thaw(String scene) {
      return isVault ? new ThawVault(id, scene) : new ThawInstance(id, scene);
    }
  }

  /** Does it with each; what is refused for one is nothing to the others. 1 where any was. */
  int each(OutputOption output, Function<Thing, Command> command) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    boolean wasRefused = false;
    try (OperatorOrders operator = new OperatorOrders(Stack.ofEnvironment().kafka())) {
      for (Thing thing : things()) {
        String result = "done";
        try {
          operator.give(thing.project(), command.apply(thing));
        } catch (IllegalStateException refused) {
          result = refused.getMessage();
          wasRefused = true;
        }
        String kind = thing.isVault() ? "vault" : "instance";
        rows.add(Map.of("id", thing.id().toString(), "kind", kind, "result", result));
      }
    }
    output.rows(rows, "id", "kind", "result");
    return wasRefused ? 1 : 0;
  }

  private List<Thing> things() {
    Credentials credentials = Stack.ofEnvironment().credentials();
    List<Thing> there = new ArrayList<>();
    List<Credentials.Project> projects =
        which.account ? credentials.projects() : List.of(project.project());
    projects.forEach(one -> there.addAll(of(new Api(credentials, one))));
    for (UUID id : which.ids) {
      if (there.stream().noneMatch(thing -> thing.id().equals(id))) {
        throw new IllegalArgumentException(
            "There is no vault and no instance " + id + " in " + project.project().name());
      }
    }
    return there.stream()
        .filter(thing -> which.ids.isEmpty() || which.ids.contains(thing.id()))
        .toList();
  }

  private static List<Thing> of(Api api) {
    List<Thing> things = new ArrayList<>();
    String id = api.project().id();
    for (JsonNode vault : api.list("/vaults", "vaults")) {
      things.add(new Thing(id, UUID.fromString(vault.path("id").asText()), true));
    }
    for (JsonNode cluster :
        api.ofDomain("POST", "/" + id + "/db-om/instances", null).path("clusters")) {
      things.add(new Thing(id, UUID.fromString(cluster.path("instance_id").asText()), false));
    }
    return things;
  }
}
