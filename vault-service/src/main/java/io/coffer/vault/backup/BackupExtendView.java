package io.coffer.vault.backup;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** More about a backup on the wire (table 4-91), under the names that clients read. */
@JsonNaming(SnakeCaseStrategy.class)
record BackupExtendView(
    boolean autoTrigger,
    boolean bootable,
    String snapshotId,
    boolean supportLld,
    String supportedRestoreMode,
    List<Object> osImagesData,
    boolean containSystemDisk,
    boolean encrypted,
    boolean systemDisk,
    boolean isMultiAz,
    boolean incremental) {

  static BackupExtendView of(BackupRow row, List<BackupRow> children) {
    boolean system = row.bootable || children.stream().anyMatch(child -> child.bootable);
    return new BackupExtendView(
        row.autoTrigger,
        row.bootable,
        row.snapshotId,
        false,
        "backup",
        List.of(),
        system,
        false,
        row.bootable,
        row.multiAz,
        row.incremental);
  }
}
