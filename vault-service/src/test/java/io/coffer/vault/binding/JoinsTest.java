package io.coffer.vault.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.Samples;
import io.coffer.vault.resource.Occupancy;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each server of the samples has 5 GB, each vault 100 GB unless it says otherwise. */
class JoinsTest {

  @Test
  void joinsTheFirstVaultThatTakesIt() {
    Taker gold = taker(1, Map.of("bindRuleTags", List.of(new Tag("tier", "gold"))));
    Taker prod = taker(2, Map.of("bindRuleTags", List.of(new Tag("env", "prod"))));
    Taker rest = taker(3, Map.of());
    List<TaggedResource> free =
        List.of(
            server("a", new Tag("env", "prod"), new Tag("tier", "gold")),
            server("b", new Tag("env", "prod")),
            server("c", new Tag("env", "test"), new Tag("tier", "")),
            server("d"));
    assertThat(joined(List.of(gold, prod, rest), free))
        .containsExactly(added(1, "a"), added(2, "b"), added(3, "c", "d"));
    assertThat(joined(List.of(rest, prod, gold), free))
        .containsExactly(added(3, "a", "b", "c", "d"));
    assertThat(joined(List.of(gold), free.subList(1, 4))).isEmpty();
  }

  @Test
  void needsAllTagsOfARule() {
    Taker both = taker(1, Map.of("bindRuleTags", List.of(new Tag("a", "1"), new Tag("b", "2"))));
    assertThat(joined(List.of(both), List.of(server("x", new Tag("a", "1"))))).isEmpty();
    assertThat(joined(List.of(both), List.of(server("x", new Tag("a", "1"), new Tag("b", "3")))))
        .isEmpty();
    assertThat(
            joined(
                List.of(both),
                List.of(server("x", new Tag("a", "1"), new Tag("b", "2"), new Tag("c", "3")))))
        .containsExactly(added(1, "x"));
  }

  @Test
  void goesOnToTheNextVaultWhenOneIsLargeEnoughForNoMore() {
    Taker small = taker(1, Map.of("sizeGb", 11));
    Taker large = taker(2, Map.of("sizeGb", 100));
    assertThat(joined(List.of(small, large), List.of(server("a"), server("b"), server("c"))))
        .containsExactly(added(1, "a", "b"), added(2, "c"));
    Taker growing = taker(1, Map.of("sizeGb", 11, "autoExpand", true));
    assertThat(joined(List.of(growing), List.of(server("a"), server("b"), server("c"))))
        .containsExactly(added(1, "a", "b", "c"));
  }

  @Test
  void countsWhatIsInAVaultAlready() {
    Taker nearlyFull = new Taker(vault(1, Map.of()), new Occupancy(3, 96));
    assertThat(joined(List.of(nearlyFull), List.of(server("a")))).isEmpty();
    Taker onePlace = new Taker(vault(1, Map.of("sizeGb", 10_000)), new Occupancy(255, 0));
    assertThat(joined(List.of(onePlace), List.of(server("a"), server("b"))))
        .containsExactly(added(1, "a"));
  }

  @Test
  void joinsOnlyVaultsOfItsKindThatBindAndTakeBackups() {
    List<TaggedResource> free = List.of(server("a"));
    assertThat(joined(List.of(taker(1, Map.of("objectType", "disk"))), free)).isEmpty();
    assertThat(joined(List.of(taker(1, Map.of("protectType", "replication"))), free)).isEmpty();
    assertThat(joined(List.of(taker(1, Map.of("autoBind", false))), free)).isEmpty();
    List<TaggedResource> disk = List.of(new TaggedResource(Samples.disk("d").facts(), List.of()));
    assertThat(joined(List.of(taker(1, Map.of("objectType", "disk"))), disk)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(VaultStatus.class)
  void joinsOnlyVaultsThatTakeResources(VaultStatus status) {
    Taker taker =
        new Taker(
            Samples.vault(new UUID(0, 1), status, Json.changed(Samples.settings("v"), BINDS), 0, 0),
            Occupancy.NONE);
    boolean open = status == VaultStatus.available || status == VaultStatus.lock;
    assertThat(joined(List.of(taker), List.of(server("a")))).hasSize(open ? 1 : 0);
  }

  private static final Map<String, Object> BINDS = Map.of("autoBind", true);

  private static List<ResourcesAdded> joined(List<Taker> takers, List<TaggedResource> free) {
    return Joins.of(takers, free, Samples.TIME);
  }

  private static ResourcesAdded added(int vault, String... ids) {
    List<KnownResource> resources = Arrays.stream(ids).map(Samples::server).toList();
    return new ResourcesAdded(new UUID(0, vault), resources, Samples.TIME);
  }

  private static Taker taker(int id, Map<String, Object> chosen) {
    return new Taker(vault(id, chosen), Occupancy.NONE);
  }

  private static VaultState vault(int id, Map<String, Object> chosen) {
    VaultSettings binding = Json.changed(Samples.settings("v" + id), BINDS);
    return Samples.vault(
        new UUID(0, id), VaultStatus.available, Json.changed(binding, chosen), 0, 0);
  }

  private static TaggedResource server(String id, Tag... tags) {
    return new TaggedResource(Samples.server(id).facts(), List.of(tags));
  }
}
