package io.coffer.vault.checkpoint;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.owner.time.WireTime;
import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.backup.BackupStatus;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A restore point on the wire (table 4-453). */
@JsonNaming(SnakeCaseStrategy.class)
record CheckpointView(
    UUID id, String projectId, String status, String createdAt, Vault vault, ExtraInfo extraInfo) {

  /** The vault with what was backed up and what was not. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Vault(
      UUID id, String name, List<Resource> resources, List<SkippedResource> skippedResources) {}

  /** Sizes are texts here, though they are numbers in a vault: so clients read them. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Resource(String id, String type, String name, String protectStatus, String resourceSize) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ExtraInfo(String name, String description, int retentionDuration) {}

  private static final int FOR_EVER = -1;

  static CheckpointView of(CheckpointRow row, VaultRow vault, List<BackupRow> backups) {
    return new CheckpointView(
        row.id,
        row.projectId,
        row.status.name(),
        WireTime.offset(row.createdAt),
        new Vault(
            row.vaultId,
            vault.name,
            backups.stream().map(CheckpointView::resource).toList(),
            row.skipped),
        new ExtraInfo(
            row.name, row.description == null ? "" : row.description, days(row, backups)));
  }

  /** The end is counted from when it was asked for, which is a little before the creation. */
  private static int days(CheckpointRow row, List<BackupRow> backups) {
    return backups.stream()
        .map(backup -> backup.expiredAt)
        .filter(Objects::nonNull)
        .findFirst()
        .map(end -> (int) Duration.between(row.createdAt, end).plusHours(12).toDays())
        .orElse(FOR_EVER);
  }

  private static Resource resource(BackupRow backup) {
    return new Resource(
        backup.resourceId,
        backup.resourceType,
        backup.resourceName,
        protectStatus(backup.status).name(),
        Integer.toString(backup.resourceSizeGb));
  }

  /** The state of a resource as far as this restore point goes: that of its backup. */
  static ResourceStatus protectStatus(BackupStatus backup) {
    return switch (backup) {
      case available -> ResourceStatus.available;
      case protecting, waiting_protect -> ResourceStatus.protecting;
      case restoring, waiting_restore -> ResourceStatus.restoring;
      case deleting, waiting_delete -> ResourceStatus.removing;
      case error -> ResourceStatus.error;
    };
  }
}
