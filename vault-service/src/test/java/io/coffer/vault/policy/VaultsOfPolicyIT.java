package io.coffer.vault.policy;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class VaultsOfPolicyIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final UUID policy = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Test
  void listsTheVaultsThatAPolicyIsAppliedTo() throws Exception {
    try (History history = new History(bootstrapServers);
        Wire wire =
            new Wire(bootstrapServers, history.project(), "vault-service", Topic.VAULT_EVENTS)) {
      UUID one = vault(wire);
      UUID two = vault(wire);
      history.happens(applied(policy, one, "backup"), applied(policy, two, "backup"));
      awaitVaults(history, policy, two, one);

      history.happens(applied(other, one, "backup"), applied(policy, one, "replication"));
      awaitVaults(history, other, one);
      awaitVaults(history, policy, two, one);

      history.happens(new PolicyRemoved(policy, one, History.TIME));
      awaitVaults(history, policy, two);
      history.happens(new PolicyDeleted(policy, History.TIME));
      awaitVaults(history, policy);
      awaitVaults(history, other, one);
    }
  }

  private static UUID vault(Wire wire) {
    UUID command = wire.send(Samples.createVault("v"), Samples.TIME);
    return UUID.fromString(wire.outcome(command).body().at("/vault/id").asText());
  }

  private static PolicyApplied applied(UUID policy, UUID vault, String type) {
    return new PolicyApplied(policy, vault, type, null, History.TIME);
  }

  private static void awaitVaults(History history, UUID policy, UUID... vaults) {
    List<String> wanted = Stream.of(vaults).map(UUID::toString).sorted().toList();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                given()
                    .header("Authorization", "Bearer " + ServiceStack.TOKEN)
                    .get("/internal/projects/" + history.project() + "/vaults?policy_id=" + policy)
                    .jsonPath()
                    .<String>getList("vaults.id")
                    .stream()
                    .sorted()
                    .toList()
                    .equals(wanted));
  }
}
