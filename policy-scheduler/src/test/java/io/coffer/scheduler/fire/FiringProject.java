package io.coffer.scheduler.fire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project with policies and vaults, and what the scheduler makes of its moments. */
final class FiringProject implements AutoCloseable {

  final History vaults;
  final Wire wire;
  private final Map<UUID, Instant> policies = new HashMap<>();

  FiringProject(String bootstrapServers) {
    vaults = new History(bootstrapServers);
    wire = new Wire(bootstrapServers, vaults.project(), "policy-scheduler", Topic.POLICY_EVENTS);
  }

  /** A vault with these resources, once the scheduler knows of them. */
  UUID vault(String... resources) {
    UUID vault = UUID.randomUUID();
    happens(
        new ResourcesAdded(
            vault,
            Stream.of(resources).map(PlayedInventory::server).map(KnownResource::of).toList(),
            History.TIME));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> bindings().contains("\"" + vault + "\"") || resources.length == 0);
    return vault;
  }

  /** As many vaults as resources, each with one of them, once the scheduler knows of all. */
  List<UUID> vaultsOf(List<String> resources) {
    List<UUID> made = new ArrayList<>();
    for (String resource : resources) {
      UUID vault = UUID.randomUUID();
      KnownResource known = KnownResource.of(PlayedInventory.server(resource));
      happens(new ResourcesAdded(vault, List.of(known), History.TIME));
      made.add(vault);
    }
    String last = "\"" + made.get(made.size() - 1) + "\"";
    await().atMost(Duration.ofMinutes(2)).until(() -> bindings().contains(last));
    return made;
  }

  /** Asks for a policy of this time on the vault, and waits for nothing. */
  void send(UUID vault, Instant time, String pattern) {
    UUID policy = DerivedId.policy(wire.send(new CreatePolicy(settings("{}", pattern)), time));
    wire.send(new ApplyPolicy(Samples.vault(vault), List.of(policy), null), time);
    policies.put(policy, time);
  }

  void happens(Event... events) {
    try {
      vaults.happens(events);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String bindings() {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + vaults.project() + "/bindings")
        .asString();
  }

  /** A policy with this pattern that somebody makes at this time. */
  UUID policy(Instant time, String definition, String... patterns) {
    return policy(time, settings(definition, patterns));
  }

  private static PolicySettings settings(String definition, String... patterns) {
    return settings(definition, new PolicyTrigger(List.of(patterns), null, null));
  }

  /** What may begin so many minutes late. */
  PolicySettings within(int minutes, String pattern) {
    return settings("{}", new PolicyTrigger(List.of(pattern), minutes, null));
  }

  private static PolicySettings settings(String definition, PolicyTrigger trigger) {
    return new PolicySettings("policy", true, "backup", Samples.json(definition), trigger, null);
  }

  UUID policy(Instant time, PolicySettings settings) {
    JsonNode created = ask(new CreatePolicy(settings), time).body();
    UUID id = UUID.fromString(created.at("/policy/id").asText());
    policies.put(id, time);
    return id;
  }

  void apply(UUID policy, UUID vault, Instant time) {
    ask(new ApplyPolicy(Samples.vault(vault), List.of(policy), null), time);
  }

  Wire.Outcome ask(Message command, Instant time) {
    return wire.outcome(wire.send(command, time));
  }

  /** What was done about moments, once it is so many. */
  List<PolicyFired> fired(int expected) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(this::fired, fired -> fired.size() >= expected);
  }

  /** What was done about moments, each once however often it was sent. */
  List<PolicyFired> fired() {
    return wire.events().stream()
        .filter(event -> event.message() instanceof PolicyFired)
        .collect(
            Collectors.toMap(
                (Received event) -> event.envelope().id(),
                event -> (PolicyFired) event.message(),
                (one, again) -> one,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Its policies end as they began, so that other tests' clocks find nothing due. */
  @Override
  public void close() {
    policies.forEach(
        (policy, time) -> assertThat(ask(new DeletePolicy(policy), time).status()).isIn(204, 404));
    wire.close();
    vaults.close();
  }
}
