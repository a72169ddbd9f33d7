package io.coffer.vault.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.owner.fold.OwnerFold;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTableTest {

  private final OwnerFold fold =
      new OwnerFold(
          List.of(
              new VaultEvents(null, null, null, null, null),
              new BackupEvents(null, null, null, null, null)));

  @Test
  void appliesEveryKindOfEventThatMayBeOnTheTopic() {
    assertThat(fold.applied())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.entries().stream()
                .filter(entry -> entry.topic() == Topic.VAULT_EVENTS)
                .<Class<? extends Event>>map(entry -> entry.message().asSubclass(Event.class))
                .toList());
    assertThat(fold.topics()).containsExactly(Topic.VAULT_EVENTS);
  }
}
