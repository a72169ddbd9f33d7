package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Json;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultCommand.AddResources;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class BindingIT extends Flow {

  private static final int SERVERS = 200;
  private static final Tag GOLD = new Tag("tier", "gold");
  private static final Tag PROD = new Tag("env", "prod");

  @Inject Replayer replayer;

  @Test
  void letsTwoHundredServersJoinOneOfFourVaultsEachAndTheSameOneAgain() throws Throwable {
    Map<String, String> first = fourVaultsTake();
    assertThat(first).hasSize(SERVERS);
    assertThat(first.values()).contains("gold", "prod", "rest").doesNotContain("both");
    assertThat(first.get("server 0")).isEqualTo("gold");
    assertThat(first.get("server 2")).isEqualTo("prod");
    assertThat(first.get("server 1")).isEqualTo("rest");

    List<String> before = dump();
    List<Received> events = wire.events();
    wipe();
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
    assertThat(dump()).isEqualTo(before);
    assertThat(vaultsOfServers()).isEqualTo(first);
  }

  @Test
  void letsThemJoinTheSameVaultsInAnotherProject() {
    assertThat(fourVaultsTake().get("server 6")).isEqualTo("gold");
    assertThat(vaultsOfServers())
        .allSatisfy((server, vault) -> assertThat(vault).isEqualTo(expected(number(server))));
  }

  @Test
  void letsAResourceJoinWhenTagsRulesOrRoomChange() {
    String a = "a-" + project;
    String b = "b-" + project;
    UUID vault = binding("ruled", 9, PROD);
    seen(server(a), server(b));
    UUID late = binding("late", 100, GOLD);
    seen(server(a, PROD));
    awaitIn(vault, a);
    seen(server(a));
    seen(server(b, PROD));
    change(late, List.of());
    awaitIn(late, b);
    awaitIn(vault, a);

    remove(late, b);
    awaitIn(late);
    change(late, List.of(GOLD));
    change(late, List.of());
    String c = "c-" + project;
    seen(server(c, PROD));
    awaitIn(late, c);
    seen(server(b, PROD, GOLD));
    awaitIn(late, b, c);

    UUID deletion = send(new DeleteVault(vault));
    assertThat(wire.outcome(deletion).status()).isEqualTo(204);
    send(new TaskSucceeded(deletion, null, 0, 0, 0, next(), List.of()));
    awaitIn(late, a, b, c);

    remove(late, a);
    awaitIn(late, b, c);
    assertThat(ask(new AddResources(late, List.of(Samples.server(a)))).status()).isEqualTo(200);
    send(new ResourcesVanished(List.of(a, b), next()));
    awaitIn(late, a, b, c);
  }

  private Map<String, String> fourVaultsTake() {
    binding("gold", 10_000, GOLD);
    binding("prod", 10_000, PROD);
    binding("both", 10_000, GOLD, PROD);
    binding("rest", 10_000);
    List<TaggedResource> servers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      List<Tag> tags = new ArrayList<>();
      if (i % 2 == 0) {
        tags.add(PROD);
      }
      if (i % 3 == 0) {
        tags.add(GOLD);
      }
      servers.add(named("server " + i, UUID.randomUUID().toString(), tags));
    }
    for (int from = 0; from < SERVERS; from += 50) {
      send(new ResourcesSeen(servers.subList(from, from + 50), next()));
    }
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(this::vaultsOfServers, joined -> joined.size() == SERVERS);
  }

  private static String expected(int server) {
    return server % 3 == 0 ? "gold" : server % 2 == 0 ? "prod" : "rest";
  }

  private static int number(String server) {
    return Integer.parseInt(server.substring("server ".length()));
  }

  /** The name of the vault of each server, by name; one that is in two makes it fail. */
  private Map<String, String> vaultsOfServers() {
    Map<String, String> vaults = new TreeMap<>();
    for (Map<String, ?> vault : read("/vaults").<Map<String, ?>>getList("vaults")) {
      for (Object resource : (List<?>) vault.get("resources")) {
        Object server = ((Map<?, ?>) resource).get("name");
        assertThat(vaults.put((String) server, (String) vault.get("name"))).isNull();
      }
    }
    return vaults;
  }

  private UUID binding(String name, int sizeGb, Tag... rule) {
    VaultSettings settings =
        Json.changed(
            Samples.settings(name),
            Map.of("autoBind", true, "sizeGb", sizeGb, "bindRuleTags", List.of(rule)));
    CreateVault create = new CreateVault(settings, List.of(), List.of(), null);
    return UUID.fromString(ask(create).body().at("/vault/id").asText());
  }

  private void change(UUID vault, List<Tag> rule) {
    assertThat(
            ask(new UpdateVault(vault, null, null, null, null, rule, null, null, null, null))
                .status())
        .isEqualTo(200);
  }

  private void remove(UUID vault, String resource) {
    assertThat(ask(new RemoveResources(vault, List.of(resource))).status()).isEqualTo(200);
  }

  private void seen(TaggedResource... resources) {
    send(new ResourcesSeen(Arrays.asList(resources), next()));
  }

  private void awaitIn(UUID vault, String... resources) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(read("/vaults/" + vault).<String>getList("vault.resources.id"))
                    .containsExactlyInAnyOrder(resources));
  }

  private static TaggedResource server(String id, Tag... tags) {
    return named("server " + id, id, List.of(tags));
  }

  private static TaggedResource named(String name, String id, List<Tag> tags) {
    KnownResource sample = Samples.server(id);
    return new TaggedResource(
        new ResourceFacts(
            id, sample.facts().type(), name, sample.facts().sizeGb(), sample.facts().volumes()),
        tags);
  }
}
