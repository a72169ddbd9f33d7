package io.coffer.vault.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.vault.ResourceEvent.ResourcesKnown;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.resource.Occupancy;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhenResourcesSeenThenBindTest {

  private static final TaggedResource PLAIN = server("s1");
  private static final TaggedResource TAGGED = server("s1", new Tag("a", "1"));

  @Test
  void remembersAllAndLetsTheFreeOnesJoinInTheOrderOfTheirIds() {
    TaggedResource other = server("s0");
    TaggedResource bound = server("s2");
    assertThat(
            decide(
                List.of(Samples.bound(Samples.server("s2"), ResourceStatus.removing)),
                List.of(),
                PLAIN,
                bound,
                other))
        .isEqualTo(
            Decision.accept(
                new ResourcesKnown(List.of(PLAIN, bound, other), Samples.TIME),
                new ResourcesAdded(
                    Samples.VAULT,
                    List.of(Samples.server("s0"), Samples.server("s1")),
                    Samples.TIME)));
  }

  @Test
  void leavesWhatSomebodyTookOutOfAVaultUntilItsTagsChange() {
    assertThat(joins(decide(List.of(), List.of(PLAIN), PLAIN))).isEmpty();
    assertThat(joins(decide(List.of(), List.of(TAGGED), PLAIN))).hasSize(1);
    assertThat(joins(decide(List.of(), List.of(PLAIN), TAGGED))).hasSize(1);
  }

  private static List<Event> joins(Decision decision) {
    return ((Decision.Accepted) decision)
        .events().stream().filter(ResourcesAdded.class::isInstance).toList();
  }

  private static Decision decide(
      List<ResourceState> bound, List<TaggedResource> released, TaggedResource... seen) {
    VaultState vault =
        Samples.vault(
            Samples.VAULT,
            VaultStatus.available,
            Json.changed(Samples.settings("v"), Map.of("autoBind", true)),
            0,
            0);
    return new WhenResourcesSeenThenBind(null, null, null)
        .decide(
            new WhenResourcesSeenThenBind.State(
                List.of(new Taker(vault, Occupancy.NONE)), bound, released),
            new ResourcesSeen(Stream.of(seen).toList(), Samples.TIME),
            Samples.envelope(new UUID(1, 2)));
  }

  private static TaggedResource server(String id, Tag... tags) {
    return new TaggedResource(Samples.server(id).facts(), List.of(tags));
  }
}
