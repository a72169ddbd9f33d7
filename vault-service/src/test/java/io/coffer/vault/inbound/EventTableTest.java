package io.coffer.vault.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.VaultEvent;
import io.coffer.owner.fold.OwnerFold;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTableTest {

  private final OwnerFold fold =
      new OwnerFold(
          List.of(
              new VaultEvents(null, null, null, null, null),
              new BackupEvents(null, null, null, null, null)));

  @Test
  void appliesEveryKindOfEventThatMayBeOnTheTopic() {
    assertThat(
            Stream.of(VaultEvent.class, BackupEvent.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses())))
        .allSatisfy(type -> assertThat(fold.knows(type.asSubclass(Event.class))).isTrue());
    assertThat(Catalogue.entries())
        .filteredOn(entry -> entry.topic() == Topic.VAULT_EVENTS)
        .allSatisfy(
            entry -> assertThat(fold.knows(entry.message().asSubclass(Event.class))).isTrue());
  }
}
