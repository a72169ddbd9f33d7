package io.coffer.scheduler.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class VaultFollowingIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void followsAVaultFromItsPolicyToItsEnd() throws Exception {
    UUID vault = UUID.randomUUID();
    try (History history = new History(bootstrapServers);
        Wire wire =
            new Wire(
                bootstrapServers, history.project(), "policy-scheduler", Topic.POLICY_EVENTS)) {
      UUID command = wire.send(new CreatePolicy(Samples.backup("{}")), Samples.TIME);
      String policy = wire.outcome(command).body().at("/policy/id").asText();
      KnownResource server =
          KnownResource.of(new ResourceFacts("s", "OS::Nova::Server", "s", 1, List.of()));
      history.happens(
          new VaultCreated(vault, SampleVault.settings(), List.of(), "user", History.TIME, policy),
          new ResourcesAdded(vault, List.of(server), History.TIME));
      assertThat(wire.await(PolicyApplied.class, 1).get(0).vaultId()).isEqualTo(vault);
      assertThat(read(history, "policies?vault_id=" + vault, "policies.id"))
          .containsExactly(policy);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> read(history, "bindings", "bindings.resource_id").equals(List.of("s")));

      history.happens(new VaultDeleted(vault, UUID.randomUUID(), History.TIME));
      assertThat(wire.await(PolicyRemoved.class, 1).get(0).vaultId()).isEqualTo(vault);
      assertThat(read(history, "policies?vault_id=" + vault, "policies.id")).isEmpty();
      assertThat(read(history, "bindings", "bindings.resource_id")).isEmpty();

      ApplyPolicy late =
          new ApplyPolicy(Samples.vault(vault), List.of(UUID.fromString(policy)), null);
      assertThat(wire.outcome(wire.send(late, Samples.TIME)).errorCode())
          .isEqualTo("BackupService.6105");
      assertThat(read(history, "policies?vault_id=" + vault, "policies.id")).isEmpty();
    }
  }

  private static List<String> read(History history, String path, String list) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + history.project() + "/" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList(list);
  }
}
