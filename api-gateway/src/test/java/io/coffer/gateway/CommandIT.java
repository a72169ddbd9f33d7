package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class CommandIT {

  private static final String VAULT =
      """
      {"vault": {"name": "%s", "resources": [], "unheard_of": {"a": [1]}, "billing": {
        "consistent_level": "crash_consistent", "object_type": "server",
        "protect_type": "backup", "size": 100}}}
      """;
  private static final String SERVER = "5e7e0000-0000-4000-8000-000000000001";

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  private Client client;
  private String vaults;

  @BeforeEach
  void logIn() {
    client = Client.withToken(base, project);
    vaults = "/v3/" + project + "/vaults";
  }

  @Test
  void relaysTheOwnersAnswerToACommand() {
    Client.Answer answer = client.post(vaults, VAULT.formatted("first"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
    assertThat(answer.json().path("type").asText()).isEqualTo("coffer.vault.create.v1");
    assertThat(answer.json().at("/command/settings/threshold").asInt()).isEqualTo(80);
    assertThat(answer.json().at("/command/settings/cloudType").asText()).isEqualTo("public");
    assertThat(answer.json().at("/command/settings/smnNotify").asBoolean()).isTrue();
  }

  @Test
  void answersTwoHundredAtOnce() {
    List<CompletableFuture<Client.Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(client.postLater(vaults, VAULT.formatted("many" + i)));
    }
    assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> answer.join().json().path("vault_id").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void holdsNothingOfARequestThatIsAnswered() throws JMException {
    for (int i = 0; i < 200; i++) {
      assertThat(client.post(vaults, "{}").status()).isEqualTo(400);
    }
    assertThat(alive("io.vertx.ext.web.impl.RoutingContextImpl")).isLessThan(100);
  }

  /** How many objects of a class are left when garbage is collected. */
  private static long alive(String name) throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(line -> line.strip().split(" +"))
        .filter(columns -> columns.length > 3 && columns[3].equals(name))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }

  @Test
  void asksTheOwnerForAnOutcomeThatWasNotHeard() {
    long begin = System.nanoTime();
    Client.Answer answer = client.post(vaults, VAULT.formatted("mute"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(System.nanoTime() - begin).isGreaterThan(2_000_000_000L);
  }

  @Test
  void tellsTheIdOfACommandWithoutAnOutcome() {
    Client.Answer answer = client.post(vaults, VAULT.formatted("lost"));
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.code()).isEqualTo("APIGW.0201");
    assertThat(answer.message()).containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-7");
  }

  @Test
  void answersARepeatWithTheFirstOutcome() {
    Client repeating = client.with("X-Client-Token", "token-" + UUID.randomUUID());
    Client.Answer first = repeating.post(vaults, VAULT.formatted("once"));
    Client.Answer second = repeating.post(vaults, VAULT.formatted("once"));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
  }

  @Test
  void refusesAClientTokenWithAnotherBody() {
    Client repeating = client.with("X-Client-Token", "token-" + UUID.randomUUID());
    assertThat(repeating.post(vaults, VAULT.formatted("one")).status()).isEqualTo(200);
    Client.Answer other = repeating.post(vaults, VAULT.formatted("another"));
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.code()).isEqualTo("BackupService.9900");
    assertThat(other.message()).startsWith("X-Client-Token");
  }

  @Test
  void answersARepeatWithTheFirstOutcomeThoughItsResourceIsGone() {
    Client repeating = client.with("X-Client-Token", "token-" + UUID.randomUUID());
    String path = vaults + "/" + UUID.randomUUID() + "/addresources";
    String body =
        "{\"resources\": [{\"id\": \"f1c%s\", \"type\": \"OS::Nova::Server\"}]}"
            .formatted(UUID.randomUUID().toString().substring(3));
    Client.Answer first = repeating.post(path, body);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(client.post(path, body).status()).isEqualTo(404);
    Client.Answer second = repeating.post(path, body);
    assertThat(second.status()).as(second.text()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
  }

  @Test
  void answersARepeatedDeletion() {
    Client repeating = client.with("X-Client-Token", "token-" + UUID.randomUUID());
    String path = vaults + "/" + UUID.randomUUID();
    assertThat(repeating.delete(path).status()).isEqualTo(204);
    assertThat(repeating.delete(path).status()).isEqualTo(204);
  }

  @Test
  void refusesAClientTokenWithAnotherMethodPathOrBody() {
    String vault = vaults + "/" + UUID.randomUUID();
    String rename = "{\"vault\": {\"name\": \"renamed\"}}";
    for (String[] other :
        new String[][] {
          {"DELETE", vault, null},
          {"PUT", vaults + "/" + UUID.randomUUID(), rename},
          {"PUT", vault, rename + " "},
          {"POST", vaults, VAULT.formatted("renamed")},
        }) {
      Client repeating = client.with("X-Client-Token", "token-" + UUID.randomUUID());
      assertThat(repeating.put(vault, rename).status()).isEqualTo(200);
      Client.Answer answer = repeating.send(other[0], other[1], other[2]);
      assertThat(answer.status()).as(other[0] + " " + answer.text()).isEqualTo(400);
      assertThat(answer.message()).startsWith("X-Client-Token");
      assertThat(repeating.put(vault, rename).status()).isEqualTo(200);
    }
  }

  @Test
  void answersADeletionWithoutABody() {
    Client.Answer answer = client.delete(vaults + "/" + UUID.randomUUID());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("X-Request-Id")).isNotBlank();
  }

  @Test
  void stampsFactsOfTheInventory() {
    String body =
        """
        {"resources": [{"id": "%s", "type": "OS::Nova::Server",
          "extra_info": {"exclude_volumes": ["v-b"], "include_volumes": []}}]}
        """
            .formatted(SERVER);
    Client.Answer answer = client.post(vaults + "/" + UUID.randomUUID() + "/addresources", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/command/resources/0/sizeGb").asInt()).isEqualTo(4);
    assertThat(answer.json().at("/command/resources/0/volumes/1/sizeBytes").asLong())
        .isEqualTo(3_000_000_000L);
  }

  @Test
  void passesOnTheVolumesToInclude() {
    String body =
        """
        {"resources": [{"id": "%s", "type": "OS::Nova::Server", "extra_info": {
          "include_volumes": [{"id": "v-b", "os_version": "CentOS 7.6"}, {"id": "v-c"}]}}]}
        """
            .formatted(SERVER);
    Client.Answer answer = client.post(vaults + "/" + UUID.randomUUID() + "/addresources", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode resource = answer.json().at("/command/resources/0");
    assertThat(resource.path("includeVolumes").toString())
        .isEqualTo("[{\"id\":\"v-b\",\"osVersion\":\"CentOS 7.6\"},{\"id\":\"v-c\"}]");
    assertThat(resource.path("sizeGb").asInt()).isEqualTo(7);
  }

  @Test
  void refusesAResourceThatTheInventoryDoesNotKnow() {
    String body = "{\"resources\": [{\"id\": \"nowhere\", \"type\": \"OS::Nova::Server\"}]}";
    Client.Answer answer = client.post(vaults + "/" + UUID.randomUUID() + "/addresources", body);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("BackupService.7100");
  }

  @Test
  void namesTheVaultBeforeTheResourceWhenNeitherExists() {
    String body = "{\"resources\": [{\"id\": \"nowhere\", \"type\": \"OS::Nova::Server\"}]}";
    String vault = "40400000-0000-4000-8000-000000000000";
    Client.Answer answer = client.post(vaults + "/" + vault + "/addresources", body);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("BackupService.6105");
  }

  @Test
  void backsUpAllOfAVaultWithWhatStillExists() {
    String body =
        "{\"checkpoint\": {\"vault_id\": \"%s\", \"parameters\": {\"resource_details\": null}}}"
            .formatted(UUID.randomUUID());
    Client.Answer answer = client.post("/v3/" + project + "/checkpoints", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/command/resourceIds")).isEmpty();
    assertThat(answer.json().at("/command/resources")).hasSize(1);
    assertThat(answer.json().at("/command/incremental").asBoolean()).isTrue();
  }

  @Test
  void leavesOutVolumesThisTime() {
    String body =
        """
        {"checkpoint": {"vault_id": "%s", "parameters": {"resource_details": [
          {"id": "%s", "type": "OS::Nova::Server", "extra_info": {"exclude_volumes": ["v-b"]}}]}}}
        """
            .formatted(UUID.randomUUID(), SERVER);
    Client.Answer answer = client.post("/v3/" + project + "/checkpoints", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/command/resourceIds/0").asText()).isEqualTo(SERVER);
    assertThat(answer.json().at("/command/resources/0/volumes")).hasSize(1);
    assertThat(answer.json().at("/command/resources/0/volumes/0/sizeGb").asInt()).isEqualTo(4);
  }

  @Test
  void restoresOntoTheOriginWhereNoTargetIsNamed() {
    String path = "/v3/" + project + "/backups/" + UUID.randomUUID() + "/restore";
    Client.Answer answer = client.post(path, "{\"restore\": {}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().at("/command/targetId").asText()).isEqualTo(SERVER);
    assertThat(answer.json().at("/command/target/volumes")).hasSize(2);
    assertThat(answer.json().at("/command/powerOn").asBoolean()).isTrue();
  }
}
