package io.coffer.scheduler.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PolicyFlowIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String project = UUID.randomUUID().toString().replace("-", "");
  private final UUID vault = UUID.randomUUID();
  private Instant time = Samples.TIME;
  private Wire wire;

  @BeforeEach
  void open() {
    wire = new Wire(bootstrapServers, project, "policy-scheduler", Topic.POLICY_EVENTS);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void returnsWhatTheClientSentAndNothingElse() {
    String definition =
        "{\"year_backups\":0,\"max_backups\":5,\"day_backups\":0,\"new_field\":[1]}";
    PolicySettings settings =
        new PolicySettings(
            "nightly",
            true,
            "backup",
            Samples.json(definition),
            new PolicyTrigger(List.of(Samples.NIGHTLY), 90, "Europe/Berlin"),
            "word");
    JsonNode created = ask(new CreatePolicy(settings)).body().path("policy");
    assertThat(created.path("operation_definition").toString()).isEqualTo(definition);
    assertThat(created.at("/trigger/properties/pattern/0").asText()).isEqualTo(Samples.NIGHTLY);
    assertThat(created.at("/trigger/properties/start_window_minutes").asInt()).isEqualTo(90);
    assertThat(created.at("/trigger/properties/x_schedule_timezone").asText())
        .isEqualTo("Europe/Berlin");
    assertThat(created.at("/trigger/properties/start_time").asText())
        .isEqualTo("2026-01-01T00:00:01.123+00:00");
    assertThat(created.path("policy_type").asText()).isEqualTo("word");
    assertThat(created.path("associated_vaults")).isEmpty();
    String id = created.path("id").asText();
    assertThat(get("/policies/" + id).asString()).isEqualTo("{\"policy\":" + created + "}");

    JsonNode plain = ask(new CreatePolicy(Samples.backup("{}"))).body().path("policy");
    assertThat(plain.has("policy_type")).isFalse();
    assertThat(plain.at("/trigger/properties")).hasSize(2);
    assertThat(plain.path("operation_definition")).isEmpty();
  }

  @Test
  void changesWhatIsNamedAndKeepsTheRest() {
    UUID id = policy(Samples.backup("{\"retention_duration_days\":1}"));
    JsonNode changed =
        ask(new UpdatePolicy(id, null, false, Samples.json("{\"max_backups\":1}"), null, null))
            .body()
            .path("policy");
    assertThat(changed.path("name").asText()).isEqualTo("nightly");
    assertThat(changed.path("enabled").asBoolean(true)).isFalse();
    assertThat(changed.path("operation_definition").toString()).isEqualTo("{\"max_backups\":1}");
    assertThat(changed.at("/trigger/properties/pattern/0").asText()).isEqualTo(Samples.NIGHTLY);
    assertThat(changed.at("/trigger/properties/start_time").asText())
        .isEqualTo("2026-01-01T00:00:01.123+00:00");
  }

  @Test
  void appliesOnePolicyOfATypeAndTellsItAtOnce() {
    UUID first = policy(Samples.backup("{}"));
    UUID second = policy(Samples.backup("{}"));
    UUID copies = policy(Samples.replication());
    assertThat(apply(first, null).body().at("/associate_policy/policy_id").asText())
        .isEqualTo(first.toString());
    assertThat(applied()).containsExactly(first.toString());
    assertThat(apply(first, null).status()).isEqualTo(200);
    apply(second, null);
    assertThat(applied()).containsExactly(second.toString());
    assertThat(apply(copies, "d1").body().at("/associate_policy/destination_vault_id").asText())
        .isEqualTo("d1");
    assertThat(applied()).containsExactly(copies.toString(), second.toString());
    assertThat(read("/policies/" + copies).getString("policy.associated_vaults[0].vault_id"))
        .isEqualTo(vault.toString());
    assertThat(
            read("/policies/" + copies)
                .getString("policy.associated_vaults[0].destination_vault_id"))
        .isEqualTo("d1");

    assertThat(ask(new RemovePolicy(vault, true, second)).body().path("dissociate_policy"))
        .hasSize(2);
    assertThat(applied()).containsExactly(copies.toString());
    assertThat(ask(new RemovePolicy(vault, true, second)).errorCode())
        .isEqualTo("BackupService.6002");
  }

  @Test
  void deletesAPolicyWhereverItIsApplied() {
    UUID id = policy(Samples.backup("{}"));
    apply(id, null);
    assertThat(ask(new DeletePolicy(id)).status()).isEqualTo(204);
    assertThat(applied()).isEmpty();
    get("/policies/" + id).then().statusCode(404);
    assertThat(ask(new DeletePolicy(id)).errorCode()).isEqualTo("BackupService.6000");
  }

  @Test
  void listsInPagesByTypeAndByVault() {
    List<String> oldestFirst =
        IntStream.range(0, 3).mapToObj(i -> policy(Samples.backup("{}")).toString()).toList();
    UUID copies = policy(Samples.replication());
    assertThat(ids(""))
        .containsExactly(
            copies.toString(), oldestFirst.get(2), oldestFirst.get(1), oldestFirst.get(0));
    assertThat(ids("?operation_type=replication")).containsExactly(copies.toString());
    assertThat(ids("?limit=1&offset=1")).containsExactly(oldestFirst.get(2));
    assertThat(ids("?limit=2&marker=" + oldestFirst.get(2)))
        .containsExactly(oldestFirst.get(1), oldestFirst.get(0));
    assertThat(ids("?marker=nonsense")).isEmpty();
    assertThat(read("/policies?limit=1").getInt("count")).isEqualTo(4);
    assertThat(ids("?vault_id=nonsense")).isEmpty();
    assertThat(ids("?vault_id=" + vault)).isEmpty();
  }

  @Test
  void keepsThePoliciesOfOtherProjectsToThemselves() {
    UUID id = policy(Samples.backup("{}"));
    String other = UUID.randomUUID().toString().replace("-", "");
    given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + other + "/policies/" + id)
        .then()
        .statusCode(404);
    try (Wire others = new Wire(bootstrapServers, other, "policy-scheduler", Topic.POLICY_EVENTS)) {
      assertThat(others.outcome(others.send(new DeletePolicy(id), time)).errorCode())
          .isEqualTo("BackupService.6000");
    }
    get("/policies/" + id).then().statusCode(200);
  }

  private Wire.Outcome ask(Message command) {
    time = time.plusSeconds(1);
    return wire.outcome(wire.send(command, time));
  }

  private UUID policy(PolicySettings settings) {
    return UUID.fromString(ask(new CreatePolicy(settings)).body().at("/policy/id").asText());
  }

  private Wire.Outcome apply(UUID policy, String destination) {
    return ask(new ApplyPolicy(Samples.vault(vault), List.of(policy), destination));
  }

  private List<String> applied() {
    return ids("?vault_id=" + vault);
  }

  private List<String> ids(String query) {
    return read("/policies" + query).getList("policies.id");
  }

  private Response get(String path) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project + path);
  }

  private JsonPath read(String path) {
    return get(path).then().statusCode(200).extract().jsonPath();
  }
}
