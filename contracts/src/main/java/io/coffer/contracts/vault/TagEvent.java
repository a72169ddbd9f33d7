package io.coffer.contracts.vault;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to the tags of vaults. */
public sealed interface TagEvent extends Event {

  /** The vault has these tags now, and no others. */
  @WireName("coffer.vault.tags-set.v1")
  record TagsSet(UUID vaultId, List<Tag> tags, Instant setAt) implements TagEvent {}
}
