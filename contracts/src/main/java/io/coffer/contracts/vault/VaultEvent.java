package io.coffer.contracts.vault;

import io.coffer.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to vaults and to the resources in them. */
public sealed interface VaultEvent extends Event {

  /** The vault these facts are about. */
  UUID vaultId();

  /** A vault exists. */
  record VaultCreated(
      UUID vaultId, VaultSettings settings, List<Tag> tags, String userId, Instant createdAt)
      implements VaultEvent {}

  /** The vault has these settings now. */
  record VaultUpdated(UUID vaultId, VaultSettings settings, Instant updatedAt)
      implements VaultEvent {}

  /**
   * The vault takes no more orders and its repository is being deleted.
   *
   * @param operationId the operation log that tells how it goes
   */
  record VaultDeletionStarted(
      UUID vaultId, UUID operationId, int backups, String requestId, Instant startedAt)
      implements VaultEvent {}

  /** The vault, its backups and its repository are gone. */
  record VaultDeleted(UUID vaultId, UUID operationId, Instant deletedAt) implements VaultEvent {}

  /** The repository could not be deleted; the vault stays, and may be deleted again. */
  record VaultDeletionFailed(
      UUID vaultId,
      UUID operationId,
      String code,
      String message,
      boolean timedOut,
      Instant failedAt)
      implements VaultEvent {}

  /** Resources are associated, or have other exclusions and inclusions than before. */
  record ResourcesAdded(UUID vaultId, List<KnownResource> resources, Instant addedAt)
      implements VaultEvent {}

  /**
   * Resources are being dissociated; their backups are deleted first.
   *
   * @param operationId the operation log that tells how it goes
   * @param backups how many backups have to go, those that are being deleted already too
   */
  record ResourceRemovalStarted(
      UUID vaultId,
      UUID operationId,
      List<String> resourceIds,
      int backups,
      String requestId,
      Instant startedAt)
      implements VaultEvent {}

  /** Resources are dissociated and may join another vault. */
  record ResourcesRemoved(
      UUID vaultId, UUID operationId, List<String> resourceIds, Instant removedAt)
      implements VaultEvent {}

  /** A backup of the resources could not be deleted; they stay, and may be dissociated again. */
  record ResourceRemovalFailed(
      UUID vaultId,
      UUID operationId,
      List<String> resourceIds,
      String code,
      String message,
      Instant failedAt)
      implements VaultEvent {}

  /** Resources are left out of automatic backups from now on, or are no more. */
  record ResourcesSet(UUID vaultId, List<String> resourceIds, boolean suspended, Instant setAt)
      implements VaultEvent {}
}
