package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.AddResources;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class VaultFlowIT extends Flow {

  @Test
  void tellsTheSameAboutANewVaultTwice() {
    UUID command = UUID.randomUUID();
    Wire.Outcome created = wireSend(command);
    assertThat(created.status()).isEqualTo(200);
    String id = DerivedId.vault(command).toString();
    assertThat(created.body().at("/vault/id").asText()).isEqualTo(id);
    assertThat(created.body().at("/vault/user_id").asText()).isEqualTo("user-1");
    assertThat(created.body().at("/vault/enterprise_project_id").asText()).isEqualTo("0");
    assertThat(created.body().at("/vault/created_at").asText()).endsWith("+00:00");
    assertThat(get("/vaults/" + id).asString()).isEqualTo(created.body().toString());

    wireSend(command);
    Awaitility.await().until(() -> wire.outcomes(command).size() == 2);
    assertThat(wire.outcomes(command).get(1)).isEqualTo(created);
    assertThat(wire.messages(VaultCreated.class)).hasSize(1);
  }

  @Test
  void decidesTheCommandsOfAProjectOneAfterAnother() {
    List<UUID> commands =
        IntStream.range(0, 20)
            .mapToObj(i -> send(Samples.createVault("v" + i, Samples.server("one-" + project))))
            .toList();
    List<Wire.Outcome> outcomes = commands.stream().map(wire::outcome).toList();
    assertThat(outcomes.get(0).status()).isEqualTo(200);
    assertThat(outcomes.subList(1, 20))
        .allSatisfy(o -> assertThat(o.errorCode()).isEqualTo("BackupService.6103"));
    assertThat(read("/vaults").getInt("count")).isEqualTo(1);
    assertThat(wire.events().stream().map(event -> event.envelope().seq())).containsExactly(1L, 2L);
  }

  @Test
  void listsByEveryFilter() {
    KnownResource server = Samples.server("f-" + project);
    UUID one = vault(server);
    UUID two = vault();
    assertThat(ids("")).containsExactly(two.toString(), one.toString());
    assertThat(ids("?id=" + one + "&id=" + two)).hasSize(2);
    assertThat(ids("?id=" + one)).containsExactly(one.toString());
    assertThat(ids("?id=nonsense")).isEmpty();
    assertThat(ids("?resource_ids=x,f-" + project)).containsExactly(one.toString());
    assertThat(ids("?name=vault&cloud_type=public&object_type=server&protect_type=backup"))
        .hasSize(2);
    assertThat(ids("?object_type=disk")).isEmpty();
    assertThat(ids("?name=other")).isEmpty();
    assertThat(ids("?status=available&enterprise_project_id=all_granted_eps")).hasSize(2);
    assertThat(ids("?enterprise_project_id=1")).isEmpty();
    assertThat(ids("?policy_id=" + one)).isEmpty();
    assertThat(ids("?status=deleting")).isEmpty();
    get("/vaults?status=wrong").then().statusCode(400);
    get("/vaults?limit=1000000000").then().statusCode(400);
    assertThat(read("/vaults?id=" + one).getString("vaults[0].resources[0].id"))
        .isEqualTo(server.facts().id());
  }

  @Test
  void pagesByOffsetAndByMarkerInTheSameOrder() {
    List<String> all = IntStream.range(0, 5).mapToObj(i -> vault().toString()).toList();
    List<String> newestFirst = IntStream.range(0, 5).mapToObj(i -> all.get(4 - i)).toList();
    assertThat(ids("?limit=2&offset=1")).isEqualTo(newestFirst.subList(1, 3));
    assertThat(ids("?limit=2&marker=" + newestFirst.get(1))).isEqualTo(newestFirst.subList(2, 4));
    assertThat(ids("?marker=" + newestFirst.get(4))).isEmpty();
    assertThat(ids("?marker=" + UUID.randomUUID())).isEmpty();
    assertThat(ids("?offset=99")).isEmpty();
    JsonPath page = read("/vaults?limit=2&marker=" + newestFirst.get(3));
    assertThat(page.getInt("count")).isEqualTo(5);
    assertThat(page.getInt("limit")).isEqualTo(2);
  }

  @Test
  void changesAVaultAndItsResources() {
    UUID id = vault();
    Wire.Outcome renamed =
        ask(new UpdateVault(id, "new", 200, null, null, null, null, 90, null, true));
    assertThat(renamed.body().at("/vault/name").asText()).isEqualTo("new");
    assertThat(renamed.body().at("/vault/billing/size").asInt()).isEqualTo(200);
    assertThat(renamed.body().at("/vault/locked").asBoolean()).isTrue();
    KnownResource server = Samples.server("c-" + project);
    Wire.Outcome added = ask(new AddResources(id, List.of(server)));
    assertThat(added.body().at("/add_resource_ids/0").asText()).isEqualTo(server.facts().id());
    ask(new AddResources(id, List.of(Samples.server(server.facts().id(), "x"))));
    JsonPath vault = read("/vaults/" + id).setRootPath("vault");
    assertThat(vault.getList("resources.extra_info.exclude_volumes[0]")).containsExactly("x");
    assertThat(vault.getInt("billing.allocated")).isEqualTo(5 * 1024);
    assertThat(read("/vaults/summary").getInt("size")).isEqualTo(200);
  }

  @Test
  void echoesTheVolumesToInclude() {
    KnownResource server = Samples.server("i-" + project);
    KnownResource including =
        Samples.including(
            server, new IncludedVolume("a", "CentOS 7.6"), new IncludedVolume("b", null));
    JsonNode volumes =
        Json.MAPPER.valueToTree(
            List.of(Map.of("id", "a", "os_version", "CentOS 7.6"), Map.of("id", "b")));
    Wire.Outcome created = ask(Samples.createVault("including", including));
    assertThat(created.body().at("/vault/resources/0/extra_info/include_volumes"))
        .isEqualTo(volumes);
    String id = created.body().at("/vault/id").asText();
    assertThat(included("/vaults/" + id, "/vault")).isEqualTo(volumes);
    assertThat(included("/vaults?id=" + id, "/vaults/0")).isEqualTo(volumes);

    ask(new AddResources(UUID.fromString(id), List.of(server)));
    assertThat(included("/vaults/" + id, "/vault").isMissingNode()).isTrue();
    ask(new AddResources(UUID.fromString(id), List.of(including)));
    assertThat(included("/vaults/" + id, "/vault")).isEqualTo(volumes);
  }

  @Test
  void keepsProjectsApart() {
    UUID id = vault();
    RestAssured.given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + "f".repeat(32) + "/vaults/" + id)
        .then()
        .statusCode(404);
    get("/vaults/my-vault").then().statusCode(404);
    assertThat(get("/backups/" + id).jsonPath().getString("error_code"))
        .isEqualTo("BackupService.6200");
    assertThat(get("/checkpoints/x").jsonPath().getString("error_code"))
        .isEqualTo("BackupService.6217");
    assertThat(get("/operation-logs/" + id).jsonPath().getString("error_code"))
        .isEqualTo("BackupService.6500");
    RestAssured.get("/internal/projects/" + project + "/vaults").then().statusCode(401);
  }

  private Wire.Outcome wireSend(UUID command) {
    wire.send(command, Samples.createVault("once"), Samples.TIME);
    return wire.outcome(command);
  }

  private JsonNode included(String path, String vault) {
    return get(path).as(JsonNode.class).at(vault + "/resources/0/extra_info/include_volumes");
  }

  private List<String> ids(String query) {
    return read("/vaults" + query).getList("vaults.id");
  }
}
