package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class BindRulesIT {

  /** Not the tag of any other server on this stack. */
  private final String rule = UUID.randomUUID().toString();

  private RunningStack stack;
  private Project project;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-2");
  }

  @Test
  void letsServersJoinTheOldestVaultThatTheirTagsFit() throws Exception {
    String older = vault("older");
    String newer = vault("newer");
    String made = server("made", "--tag", "team=" + rule, "--tag", "other=");
    awaitIn(older, made);

    LocalServer plain =
        LocalServer.create(stack, project, "plain " + rule, List.of(new byte[1000]));
    cloud("tag", plain.id(), "team=" + rule);
    awaitIn(older, made, plain.id());
    cloud("untag", plain.id(), "team", "none");
    project.post("/vaults/" + older + "/removeresources", removal(made)).expect(200);
    awaitIn(older, plain.id());
    cloud("tag", made, "team=" + rule, "more=1");
    awaitIn(older, plain.id(), made);
    assertThat(resources(newer)).isEmpty();

    ObjectNode reset = Json.MAPPER.createObjectNode();
    reset.putObject("vault").put("auto_bind", false).putObject("bind_rules").putArray("tags");
    JsonNode vault =
        project.send("PUT", "/vaults/" + older, reset, Map.of()).expect(200).path("vault");
    assertThat(vault.path("bind_rules")).isEmpty();
    assertThat(vault.path("resources")).hasSize(2);
    project.delete("/vaults/" + older).expect(204);
    awaitIn(newer, made);
    project.delete("/vaults/" + newer).expect(204);
  }

  private String server(String name, String... tags) throws Exception {
    Path disk = Files.write(Files.createTempFile("disk", ".raw"), new byte[1000]);
    List<String> command = new ArrayList<>(List.of("server-create", name));
    command.addAll(List.of(tags));
    command.addAll(List.of("--disk", disk.toString(), "-o", "json"));
    String id = cloud(command.toArray(String[]::new)).json().path("id").asText();
    Files.delete(disk);
    return id;
  }

  private Launched cloud(String... command) {
    List<String> all = new ArrayList<>(List.of("cloud", command[0], "--project", project.id()));
    all.addAll(List.of(command).subList(1, command.length));
    return stack.coffer(all.toArray(String[]::new)).ok();
  }

  private String vault(String name) {
    ObjectNode body = Vaults.request(name + " " + rule);
    ObjectNode vault = (ObjectNode) body.path("vault");
    vault.put("auto_bind", true);
    vault
        .putObject("bind_rules")
        .putArray("tags")
        .addObject()
        .put("key", "team")
        .put("value", rule);
    return project.post("/vaults", body).expect(200).at("/vault/id").asText();
  }

  private static ObjectNode removal(String server) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("resource_ids").add(server);
    return body;
  }

  private List<String> resources(String vault) {
    return project
        .get("/vaults/" + vault)
        .expect(200)
        .at("/vault/resources")
        .findValuesAsText("id");
  }

  private void awaitIn(String vault, String... servers) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(resources(vault)).containsExactlyInAnyOrder(servers));
  }
}
