package io.coffer.worker.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryLookedHandlerTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaggedResource ONE = server("one");
  private static final TaggedResource TWO = server("two");

  @Test
  void saysWhatIsNewOrOtherwiseThanItWas() {
    TaggedResource tagged = server("two", new Tag("k", "v"));
    assertThat(decide(List.of(), ONE, TWO))
        .isEqualTo(Decision.accept(new ResourcesSeen(List.of(ONE, TWO), TIME)));
    assertThat(decide(List.of(ONE, TWO), ONE, tagged))
        .isEqualTo(Decision.accept(new ResourcesSeen(List.of(tagged), TIME)));
    assertThat(decide(List.of(ONE, TWO), ONE, TWO)).isEqualTo(Decision.nothing());
  }

  @Test
  void saysWhatIsGone() {
    assertThat(decide(List.of(TWO, ONE)))
        .isEqualTo(Decision.accept(new ResourcesVanished(List.of("one", "two"), TIME)));
    assertThat(decide(List.of(ONE), TWO))
        .isEqualTo(
            Decision.accept(
                new ResourcesSeen(List.of(TWO), TIME),
                new ResourcesVanished(List.of("one"), TIME)));
  }

  @Test
  void saysNoMoreThanFiftyThingsAtOnce() {
    TaggedResource[] many =
        IntStream.range(0, 101).mapToObj(i -> server("s" + i)).toArray(TaggedResource[]::new);
    assertThat(((Decision.Accepted) decide(List.of(), many)).events())
        .extracting(event -> ((ResourcesSeen) event).resources().size())
        .containsExactly(50, 50, 1);
  }

  /** However long their ids are, it is no more than a message may be. */
  @Test
  void saysOfNoMoreThanFiveThousandThingsAtOnceThatTheyAreGone() {
    List<TaggedResource> many = IntStream.range(0, 20_001).mapToObj(i -> server("s" + i)).toList();
    assertThat(((Decision.Accepted) decide(many)).events())
        .extracting(event -> ((ResourcesVanished) event).resourceIds().size())
        .containsExactly(5_000, 5_000, 5_000, 5_000, 1);
  }

  @Test
  void saysNothingOfALookThatBeganBeforeSomethingElseWasSaid() {
    InventoryLooked older = new InventoryLooked(List.of(TWO), Set.of(), 1, TIME);
    assertThat(decide(List.of(ONE), 2, older)).isEqualTo(Decision.nothing());
    assertThat(decide(List.of(ONE), 1, older)).isNotEqualTo(Decision.nothing());
  }

  @Test
  void takesNothingForGoneOfATypeOfWhichNotAllCouldBeRead() {
    Set<ResourceType> unread = Set.of(ResourceType.SERVER, ResourceType.DISK);
    InventoryLooked part = new InventoryLooked(List.of(TWO), unread, 0, TIME);
    TaggedResource share = one("share", ResourceType.TURBO);
    TaggedResource disk = one("disk", ResourceType.DISK);
    assertThat(decide(List.of(ONE, share, disk), 0, part))
        .isEqualTo(
            Decision.accept(
                new ResourcesSeen(List.of(TWO), TIME),
                new ResourcesVanished(List.of("share"), TIME)));
  }

  private static Decision decide(List<TaggedResource> before, TaggedResource... now) {
    return decide(before, 0, new InventoryLooked(Arrays.asList(now), Set.of(), 0, TIME));
  }

  private static Decision decide(List<TaggedResource> before, long told, InventoryLooked looked) {
    Map<String, TaggedResource> known =
        before.stream().collect(Collectors.toMap(one -> one.facts().id(), Function.identity()));
    return new InventoryLookedHandler(null, null)
        .decide(new InventoryLookedHandler.State(known, told), looked, null);
  }

  private static TaggedResource server(String id, Tag... tags) {
    return one(id, ResourceType.SERVER, tags);
  }

  private static TaggedResource one(String id, ResourceType type, Tag... tags) {
    return new TaggedResource(
        new ResourceFacts(id, type.wireName(), id, 1, List.of()), List.of(tags));
  }
}
