package io.coffer.contracts.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
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

  /**
   * An account gave the project this policy; its settings are told beside it.
   *
   * @param error why they stay as they were, or why there is no policy; null where all went well
   */
  @WireName("coffer.policy.delivered.v1")
  record PolicyDelivered(
      UUID policyId, UUID organizationPolicyId, long revision, String error, Instant deliveredAt)
      implements PolicyEvent {}

  /** An account took the policy back; its end is told beside it. */
  @WireName("coffer.policy.withdrawn.v1")
  record PolicyWithdrawn(
      UUID policyId, UUID organizationPolicyId, long revision, Instant withdrawnAt)
      implements PolicyEvent {}

  /**
   * A moment of the policy has come for a vault.
   *
   * @param moment as its calendar has it
   * @param resourceIds what was in the vault; each ends in a backup or in a task that says why not
   * @param commandId the order of backups, or of such tasks, which {@code DerivedId.fire} names
   * @param skipped why no backups are ordered, in one word; null where they are
   */
  @WireName("coffer.policy.fired.v1")
  record PolicyFired(
      UUID policyId,
      UUID vaultId,
      Instant moment,
      List<String> resourceIds,
      UUID commandId,
      String skipped,
      Instant firedAt)
      implements PolicyEvent {}

  /**
   * Backups of a vault need not be kept any more, and are ordered to be deleted.
   *
   * @param policyId the policy of the vault; null for none
   */
  @WireName("coffer.policy.backups-released.v1")
  record BackupsReleased(
      UUID vaultId,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID policyId,
      List<ReleasedBackup> backups,
      Instant releasedAt)
      implements PolicyEvent {}

  /**
   * A backup that goes.
   *
   * @param cause {@code quantity}, {@code expired} or {@code failed}
   */
  record ReleasedBackup(UUID backupId, String cause) {}
}
