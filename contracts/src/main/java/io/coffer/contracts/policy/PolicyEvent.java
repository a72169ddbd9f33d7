package io.coffer.contracts.policy;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** What happened to policies and to the vaults that they are applied to. */
public sealed interface PolicyEvent extends Event {

  /** The policy these facts are about. */
  UUID policyId();

  /** A policy exists. Intervals of its patterns are counted from the day of its creation. */
  @WireName("coffer.policy.created.v1")
  record PolicyCreated(UUID policyId, PolicySettings settings, Instant createdAt)
      implements PolicyEvent {}

  /** The policy has these settings now. */
  @WireName("coffer.policy.updated.v1")
  record PolicyUpdated(UUID policyId, PolicySettings settings, Instant updatedAt)
      implements PolicyEvent {}

  /** The policy is gone, from all vaults too. */
  @WireName("coffer.policy.deleted.v1")
  record PolicyDeleted(UUID policyId, Instant deletedAt) implements PolicyEvent {}

  /** The policy is applied to the vault, in place of whichever of its type was before. */
  @WireName("coffer.policy.applied.v1")
  record PolicyApplied(
      UUID policyId,
      UUID vaultId,
      String operationType,
      String destinationVaultId,
      Instant appliedAt)
      implements PolicyEvent {}

  /** The policy is not applied to the vault any more. */
  @WireName("coffer.policy.removed.v1")
  record PolicyRemoved(UUID policyId, UUID vaultId, Instant removedAt) implements PolicyEvent {}
}
