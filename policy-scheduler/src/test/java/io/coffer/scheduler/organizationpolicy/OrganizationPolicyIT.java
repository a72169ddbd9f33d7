package io.coffer.scheduler.organizationpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.CreateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyCommand.DeleteOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.OrganizationPolicyCommand.UpdateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyCommand.DeliverPolicy;
import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicyCommand.WithdrawPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class OrganizationPolicyIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject Crash crash;
  @Inject DeliveryLoop deliveries;
  @Inject TurnedClock clock;

  private Organization organization;

  @BeforeEach
  void open() {
    clock.show(Samples.TIME);
    organization = new Organization(bootstrapServers);
  }

  @AfterEach
  void close() {
    crash.at(null);
    clock.show(null);
    organization.close();
  }

  @Test
  void givesEachProjectAPolicyAndFollowsItsChangesToItsEnd() {
    Organization.Member own = organization.member("own");
    Organization.Member other = organization.member("other");
    organization.declare(own, other);
    JsonNode made = organization.create("{\"max_backups\":1}").path("policy");
    UUID id = UUID.fromString(made.path("id").asText());
    assertThat(made.path("domain_id").asText()).isEqualTo(organization.domain());
    assertThat(made.path("domain_name").asText()).isEqualTo("name of the account");
    assertThat(made.path("effective_scope").asText()).isEqualTo("all");
    assertThat(organization.settled(id)).isEqualTo("available");
    assertThat(organization.details(id)).containsExactlyInAnyOrder("own null", "other null");
    for (Organization.Member member : List.of(own, other)) {
      JsonNode policy = member.policy(id);
      assertThat(policy.path("name").asText()).isEqualTo("nightly");
      assertThat(policy.at("/operation_definition/max_backups").asInt()).isEqualTo(1);
      assertThat(policy.path("x_organization_policy_id").asText()).isEqualTo(id.toString());
    }

    organization.ask(definition(id, "{\"max_backups\":2}"));
    assertThat(organization.settled(id)).isEqualTo("available");
    assertThat(other.policy(id).at("/operation_definition/max_backups").asInt()).isEqualTo(2);

    assertThat(organization.ask(new DeleteOrganizationPolicy(id)).status()).isEqualTo(204);
    own.withoutPolicy(id);
    other.withoutPolicy(id);
    assertThat(organization.status(id)).isEqualTo(404);
  }

  @Test
  void ordersThatAPolicyIsLetGoUntilTheProjectSaysThatItIs() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = organization.policy("{}");
    organization.ask(new DeleteOrganizationPolicy(id));
    own.withoutPolicy(id);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(organization.wire().messages(DeliveryEnded.class))
                    .extracting(DeliveryEnded::revision, DeliveryEnded::error)
                    .containsExactly(tuple(1L, null), tuple(2L, null)));
    int orders = organization.wire().messages(DeliveryStarted.class).size();
    clock.show(Samples.TIME.plus(Duration.ofHours(7)));
    deliveries.tick();
    assertThat(organization.wire().messages(DeliveryStarted.class)).hasSize(orders);
  }

  @Test
  void letsNobodyElseChangeWhatWasDelivered() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = organization.policy("{}");
    UUID delivered = DerivedId.delivered(id, own.project());
    UpdatePolicy change = new UpdatePolicy(delivered, "mine", null, null, null, null);
    assertThat(own.ask(change).errorCode()).isEqualTo("BackupService.9900");
    assertThat(own.ask(new DeletePolicy(delivered)).errorCode()).isEqualTo("BackupService.9900");
    assertThat(own.ask(change).body().path("error_msg").asText()).contains(id.toString());
    try (Organization stranger = new Organization(bootstrapServers)) {
      assertThat(stranger.status(id)).isEqualTo(404);
      assertThat(stranger.status(id + "/policy-detail")).isEqualTo(404);
      assertThat(stranger.ask(definition(id, "{}")).errorCode()).isEqualTo("BackupService.6000");
      assertThat(stranger.ask(new DeleteOrganizationPolicy(id)).errorCode())
          .isEqualTo("BackupService.6000");
    }
  }

  @Test
  void servesProjectsThatComeAndTakesItsPoliciesFromThoseThatLeave() {
    Organization.Member first = organization.member("first");
    Organization.Member second = organization.member("second");
    organization.declare(first);
    UUID id = organization.policy("{}");
    organization.declare(first, second);
    assertThat(organization.settled(id)).isEqualTo("available");
    second.policy(id);
    organization.declare(second);
    first.withoutPolicy(id);
    assertThat(organization.details(id)).containsExactly("second null");
    organization.declare(first, second);
    assertThat(organization.settled(id)).isEqualTo("available");
    first.policy(id);
    int orders = organization.wire().messages(DeliveryStarted.class).size();
    organization.declare(second, first);
    assertThat(organization.wire().messages(DeliveryStarted.class)).hasSize(orders);
  }

  @Test
  void goesByTheNewestListOfProjectsWhoeverTellsOfItLast() {
    Organization.Member first = organization.member("first");
    Organization.Member second = organization.member("second");
    Instant monday = Samples.TIME.minus(Duration.ofDays(2));
    Instant tuesday = Samples.TIME.minus(Duration.ofDays(1));
    organization.declare(tuesday, second);
    UUID id = organization.policy("{}");
    organization.declare(monday, first);
    organization.declare(first);
    assertThat(organization.details(id)).containsExactly("second null");
    organization.declare(tuesday, first);
    assertThat(organization.settled(id)).isEqualTo("available");
    organization.declare(tuesday, second);
    assertThat(organization.details(id)).containsExactlyInAnyOrder("first null", "second null");
    organization.declare(Samples.TIME, first);
    second.withoutPolicy(id);
    first.policy(id);
  }

  @Test
  void asksAProjectAgainThatRefusedUntilItTakesThePolicy() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = UUID.fromString(organization.create(Samples.replication()).at("/policy/id").asText());
    assertThat(organization.settled(id)).isEqualTo("available");
    UUID vault = UUID.randomUUID();
    UUID delivered = DerivedId.delivered(id, own.project());
    own.ask(new ApplyPolicy(Samples.vault(vault), List.of(delivered), "far"));
    organization.ask(definition(id, "{\"destination_region\":\"r9\"}"));
    assertThat(organization.settled(id)).isEqualTo("error");
    own.ask(new RemovePolicy(vault, true, delivered));
    deliveries.tick();
    assertThat(organization.settled(id)).isEqualTo("error");
    clock.show(Samples.TIME.plus(Duration.ofMinutes(5)));
    deliveries.tick();
    assertThat(organization.settled(id)).isEqualTo("available");
    assertThat(own.policy(id).at("/operation_definition/destination_region").asText())
        .isEqualTo("r9");
    int orders = organization.wire().messages(DeliveryStarted.class).size();
    deliveries.tick();
    assertThat(organization.wire().messages(DeliveryStarted.class)).hasSize(orders);
  }

  @Test
  void deliversOnceAcrossCrashes() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = null;
    for (Milestone milestone : List.of(Milestone.CLAIMED, Milestone.COMMITTED)) {
      crash.at(milestone);
      id = organization.policy("{}");
      crash.at(milestone);
      organization.ask(definition(id, "{\"max_backups\":3}"));
      assertThat(organization.settled(id)).isEqualTo("available");
      assertThat(own.policy(id).at("/operation_definition/max_backups").asInt()).isEqualTo(3);
    }
    UUID last = id;
    await()
        .untilAsserted(
            () ->
                assertThat(
                        own.wire().messages(PolicyDelivered.class).stream()
                            .filter(one -> one.organizationPolicyId().equals(last))
                            .map(PolicyDelivered::revision)
                            .distinct())
                    .containsExactly(1L, 2L));
  }

  @Test
  void passesOverWhatIsLateOrCameBefore() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = organization.policy("{}");
    DeliverPolicy third = delivery(id, 3, "{\"max_backups\":3}");
    own.ask(third);
    own.ask(delivery(id, 2, "{\"max_backups\":2}"));
    own.ask(third);
    own.ask(new WithdrawPolicy(id, 2, null));
    assertThat(own.policy(id).at("/operation_definition/max_backups").asInt()).isEqualTo(3);
    own.ask(new WithdrawPolicy(id, 5, organization.domain()));
    own.ask(delivery(id, 4, "{\"max_backups\":4}"));
    own.withoutPolicy(id);
    assertThat(own.wire().await(PolicyDelivered.class, 2))
        .extracting(PolicyDelivered::revision)
        .containsExactly(1L, 3L);

    organization.ask(new ReportDelivery(id, own.project(), 1, "late"));
    organization.ask(new ReportDelivery(id, own.project(), 3, "of nobody's order"));
    assertThat(organization.wire().await(DeliveryEnded.class, 1)).hasSize(1);
    assertThat(organization.details(id)).containsExactly("own null");
  }

  @Test
  void tellsWhyAProjectDidNotTakeItAndAsksAgain() {
    Organization.Member own = organization.member("own");
    organization.declare(own);
    UUID id = UUID.fromString(organization.create(Samples.replication()).at("/policy/id").asText());
    assertThat(organization.settled(id)).isEqualTo("available");
    UUID vault = UUID.randomUUID();
    UUID delivered = DerivedId.delivered(id, own.project());
    own.ask(new ApplyPolicy(Samples.vault(vault), List.of(delivered), "far"));
    organization.ask(definition(id, "{\"destination_region\":\"r9\"}"));
    assertThat(organization.settled(id)).isEqualTo("error");
    assertThat(organization.details(id).get(0)).contains("Copies cannot go elsewhere");
    own.ask(new RemovePolicy(vault, true, delivered));
    organization.declare(own);
    assertThat(organization.settled(id)).isEqualTo("available");
    assertThat(own.policy(id).at("/operation_definition/destination_region").asText())
        .isEqualTo("r9");
  }

  @Test
  void refusesWhatCannotBeUnderstoodAndNamesTheField() {
    Wire.Outcome refused =
        organization.ask(
            new CreateOrganizationPolicy(
                "n", Organization.settings(Samples.settings("backup", "{}", "FREQ=HOURLY"))));
    assertThat(refused.errorCode()).isEqualTo("BackupService.9900");
    assertThat(refused.body().path("error_msg").asText())
        .startsWith("policy.policy_trigger.properties.pattern[0]");
  }

  private static UpdateOrganizationPolicy definition(UUID id, String json) {
    return new UpdateOrganizationPolicy(id, null, null, null, null, null, Samples.json(json), null);
  }

  private DeliverPolicy delivery(UUID id, long revision, String definition) {
    return new DeliverPolicy(
        id, organization.domain(), revision, Samples.backup(definition), Samples.TIME);
  }
}
