package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to resources that move from one vault to another with their backups. */
public sealed interface MigrationEvent extends Event {

  /** The vault these facts are about: the one that is left, but for what was cleared. */
  UUID vaultId();

  /** The resource that moves. */
  String resourceId();

  /**
   * A resource is on its way; its backups stay where they are until all of them are in both places.
   *
   * @param operationId the operation log that tells how it goes
   * @param backupIds all its backups, those too that have no bytes
   */
  @WireName("coffer.migration.started.v1")
  record ResourceMigrationStarted(
      UUID vaultId,
      UUID destinationVaultId,
      UUID operationId,
      String resourceId,
      String resourceType,
      String resourceName,
      List<UUID> backupIds,
      String requestId,
      Instant startedAt)
      implements MigrationEvent {}

  /**
   * The resource and its backups are in the other vault from now on, and nowhere else.
   *
   * @param storedBytes what the repository of the other vault grew by
   * @param clearingId the task that frees what they took up; null when they had no bytes
   */
  @WireName("coffer.migration.completed.v1")
  record ResourceMigrated(
      UUID vaultId,
      UUID destinationVaultId,
      UUID operationId,
      String resourceId,
      String resourceType,
      String resourceName,
      List<MigratedBackup> backups,
      long storedBytes,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID clearingId,
      Instant migratedAt)
      implements MigrationEvent {}

  /**
   * A backup in its new vault.
   *
   * @param snapshotId what it is called there; null for one without bytes
   */
  record MigratedBackup(UUID backupId, String snapshotId) {}

  /**
   * The resource and its backups stay where they are, as they were.
   *
   * @param storedBytes what the repository of the other vault grew by all the same
   * @param clearingId the task that frees that
   */
  @WireName("coffer.migration.failed.v1")
  record ResourceMigrationFailed(
      UUID vaultId,
      UUID destinationVaultId,
      UUID operationId,
      String resourceId,
      String resourceType,
      String resourceName,
      String code,
      String message,
      boolean timedOut,
      long storedBytes,
      UUID clearingId,
      Instant failedAt)
      implements MigrationEvent, OperationFailed {}

  /**
   * What backups took up where they are not any more, or never came to be, is free.
   *
   * @param freedBytes what the repository shrank by
   */
  @WireName("coffer.migration.cleared.v1")
  record MigrationCleared(
      UUID vaultId, UUID operationId, String resourceId, long freedBytes, Instant clearedAt)
      implements MigrationEvent {}

  /** It could not be freed, or not all of it. */
  @WireName("coffer.migration.clearing-failed.v1")
  record MigrationClearingFailed(
      UUID vaultId,
      UUID operationId,
      String resourceId,
      String code,
      String message,
      boolean timedOut,
      Instant failedAt)
      implements MigrationEvent, OperationFailed {}
}
