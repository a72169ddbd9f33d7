package io.coffer.worker.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.worker.protectable.TaggedResources.Found;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaidTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final Found FOUND = found(1);

  @Test
  void saysNothingAgainThatNobodyContradicted() {
    assertThat(new Said(FOUND, 3, TIME).covers(found(1), 3)).isTrue();
    assertThat(new Said(FOUND, 3, TIME).covers(found(1), 4)).isFalse();
  }

  @Test
  void saysWhatIsOtherwiseThanItWasOrIsNotKnownToBeThere() {
    Found part = new Found(FOUND.all(), Set.of(ResourceType.DISK));
    assertThat(new Said(FOUND, 3, TIME).covers(found(2), 3)).isFalse();
    assertThat(new Said(part, 3, TIME).covers(FOUND, 3)).isFalse();
  }

  @Test
  void isTakenForKnownForAWhile() {
    assertThat(new Said(FOUND, 3, TIME).isKnown(TIME.minusMillis(1))).isTrue();
    assertThat(new Said(FOUND, 3, TIME).isKnown(TIME)).isFalse();
  }

  private static Found found(int sizeGb) {
    ResourceFacts server = new ResourceFacts("one", "OS::Nova::Server", "one", sizeGb, List.of());
    return new Found(List.of(new TaggedResource(server, List.of())), Set.of());
  }
}
