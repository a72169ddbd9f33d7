package io.coffer.vault.backup;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.time.WireTime;
import io.coffer.vault.resource.ObjectType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A backup on the wire (table 4-90). */
@JsonNaming(SnakeCaseStrategy.class)
record BackupView(
    UUID id,
    UUID parentId,
    UUID vaultId,
    UUID checkpointId,
    String projectId,
    String enterpriseProjectId,
    String providerId,
    String name,
    String description,
    String status,
    String imageType,
    String resourceId,
    String resourceType,
    String resourceName,
    int resourceSize,
    boolean incremental,
    int version,
    String createdAt,
    String updatedAt,
    String protectedAt,
    String expiredAt,
    BackupExtendView extendInfo,
    List<Object> replicationRecords,
    List<BackupView> children) {

  private static final int VERSION = 3;

  /** A backup with those of its volumes behind it, in order. */
  static BackupView of(List<BackupRow> family) {
    return of(family.get(0), family.subList(1, family.size()));
  }

  static BackupView of(BackupRow row, List<BackupRow> children) {
    return new BackupView(
        row.id,
        row.parentId,
        row.vaultId,
        row.checkpointId,
        row.projectId,
        row.enterpriseProjectId,
        providerId(row.resourceType),
        row.name,
        row.description == null ? "" : row.description,
        row.status.name(),
        row.imageType,
        row.resourceId,
        row.resourceType,
        row.resourceName,
        row.resourceSizeGb,
        row.incremental,
        VERSION,
        WireTime.offset(row.createdAt),
        WireTime.offset(row.updatedAt),
        WireTime.zulu(row.protectedAt),
        WireTime.offset(row.expiredAt),
        BackupExtendView.of(row, children),
        List.of(),
        children.stream().map(child -> of(child, List.of())).toList());
  }

  private static String providerId(String resourceType) {
    return Arrays.stream(ObjectType.values())
        .filter(type -> type.holds(resourceType))
        .findFirst()
        .map(ObjectType::providerId)
        .orElse(null);
  }
}
