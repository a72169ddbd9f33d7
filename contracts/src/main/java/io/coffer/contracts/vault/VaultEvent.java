package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to vaults and to the resources in them. */
public sealed interface VaultEvent extends Event {

  /** The vault these facts are about. */
  UUID vaultId();

  /**
   * A vault exists.
   *
   * @param backupPolicyId the policy to apply to it; null, and absent on the wire, for none
   */
  @WireName("coffer.vault.created.v1")
  record VaultCreated(
      UUID vaultId,
      VaultSettings settings,
      List<Tag> tags,
      String userId,
      Instant createdAt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String backupPolicyId)
      implements VaultEvent {}

  /** The vault has these settings now. */
  @WireName("coffer.vault.updated.v1")
  record VaultUpdated(UUID vaultId, VaultSettings settings, Instant updatedAt)
      implements VaultEvent {}

  /**
   * The vault takes no more orders and its repository is being deleted.
   *
   * @param operationId the operation log that tells how it goes
   */
  @WireName("coffer.vault.deletion-started.v1")
  record VaultDeletionStarted(
      UUID vaultId, UUID operationId, int backups, String requestId, Instant startedAt)
      implements VaultEvent {}

  /** A vault is no more. Whoever sold it may hear so more than once. */
  sealed interface VaultGone extends VaultEvent {}

  /** The vault, its backups and its repository are gone. */
  @WireName("coffer.vault.deleted.v1")
  record VaultDeleted(UUID vaultId, UUID operationId, Instant deletedAt) implements VaultGone {}

  /** The project has no such vault, although an order of who sold it was about it. */
  @WireName("coffer.vault.missed.v1")
  record VaultMissed(UUID vaultId) implements VaultGone {}

  /** The repository could not be deleted; the vault stays, and may be deleted again. */
  @WireName("coffer.vault.deletion-failed.v1")
  record VaultDeletionFailed(
      UUID vaultId,
      UUID operationId,
      String code,
      String message,
      boolean timedOut,
      Instant failedAt)
      implements VaultEvent, OperationFailed {}

  /** Resources are associated, or have other exclusions and inclusions than before. */
  @WireName("coffer.vault.resources-added.v1")
  record ResourcesAdded(UUID vaultId, List<KnownResource> resources, Instant addedAt)
      implements VaultEvent {}

  /**
   * Resources are being dissociated; their backups are deleted first.
   *
   * @param operationId the operation log that tells how it goes
   * @param backups how many backups have to go, those that are being deleted already too
   */
  @WireName("coffer.vault.resource-removal-started.v1")
  record ResourceRemovalStarted(
      UUID vaultId,
      UUID operationId,
      List<String> resourceIds,
      int backups,
      String requestId,
      Instant startedAt)
      implements VaultEvent {}

  /** Resources are dissociated and may join another vault. */
  @WireName("coffer.vault.resources-removed.v1")
  record ResourcesRemoved(
      UUID vaultId, UUID operationId, List<String> resourceIds, Instant removedAt)
      implements VaultEvent {}

  /** A backup of the resources could not be deleted; they stay, and may be dissociated again. */
  @WireName("coffer.vault.resource-removal-failed.v1")
  record ResourceRemovalFailed(
      UUID vaultId,
      UUID operationId,
      List<String> resourceIds,
      String code,
      String message,
      Instant failedAt)
      implements VaultEvent, OperationFailed {}

  /** Resources are left out of automatic backups from now on, or are no more. */
  @WireName("coffer.vault.resources-set.v1")
  record ResourcesSet(UUID vaultId, List<String> resourceIds, boolean suspended, Instant setAt)
      implements VaultEvent {}

  /** The vault is closed for this reason, besides those that were told before. */
  @WireName("coffer.vault.frozen.v1")
  record VaultFrozen(UUID vaultId, String scene, boolean releasable, Instant frozenAt)
      implements VaultEvent {}

  /**
   * The reason is over.
   *
   * @param open whether it was the last
   */
  @WireName("coffer.vault.thawed.v1")
  record VaultThawed(UUID vaultId, String scene, boolean open, Instant thawedAt)
      implements VaultEvent {}
}
