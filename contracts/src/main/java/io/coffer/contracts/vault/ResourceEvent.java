package io.coffer.contracts.vault;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;

/** What the owner of vaults knows of resources, in vaults or not. */
public sealed interface ResourceEvent extends Event {

  /** These resources exist, and are like this now. */
  @WireName("coffer.resource.known.v1")
  record ResourcesKnown(List<TaggedResource> resources, Instant knownAt) implements ResourceEvent {}

  /** These resources do not exist any more. In a vault they stay, with their backups. */
  @WireName("coffer.resource.forgotten.v1")
  record ResourcesForgotten(List<String> resourceIds, Instant forgottenAt)
      implements ResourceEvent {}
}
