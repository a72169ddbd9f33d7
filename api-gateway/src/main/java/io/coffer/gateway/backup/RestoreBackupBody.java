package io.coffer.gateway.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.PathId;
import java.util.ArrayList;
import java.util.List;

/** The body of POST /backups/{backup_id}/restore (tables 4-114 to 4-117). */
record RestoreBackupBody(Restore restore) {

  record Restore(
      List<Mapping> mappings,
      Boolean powerOn,
      String serverId,
      String volumeId,
      String resourceId,
      Details details) {}

  record Mapping(String backupId, String volumeId) {}

  record Details(String destinationPath) {}

  private static final int MOST = 256;

  RestoreBackupBody checked() {
    Restore r = Check.present("restore", restore);
    Check.list("restore.mappings", r.mappings(), 0, MOST);
    List<Mapping> mappings = Check.or(r.mappings(), List.of());
    for (int i = 0; i < mappings.size(); i++) {
      String path = "restore.mappings[" + i + "].";
      String backup = Check.present(path + "backup_id", mappings.get(i).backupId());
      if (PathId.uuid(backup).isEmpty()) {
        throw ApiException.invalid(path + "backup_id is not the id of a backup.");
      }
      String volume = Check.present(path + "volume_id", mappings.get(i).volumeId());
      Check.text(path + "volume_id", volume, 1, 64);
    }
    Check.text("restore.server_id", filled(r.serverId()), 1, 64);
    Check.text("restore.volume_id", filled(r.volumeId()), 1, 64);
    Check.text("restore.resource_id", filled(r.resourceId()), 1, 64);
    if (r.details() != null) {
      String field = "restore.details.destination_path";
      Check.text(field, Check.present(field, r.details().destinationPath()), 1, 255);
    }
    return this;
  }

  /** The resource named to be restored onto; null for the one that the backup is of. */
  String target() {
    if (filled(restore.serverId()) != null) {
      return restore.serverId();
    }
    return filled(restore.volumeId()) != null ? restore.volumeId() : filled(restore.resourceId());
  }

  boolean powerOn() {
    return Check.or(restore.powerOn(), true);
  }

  List<BackupCommand.Mapping> mappings() {
    List<BackupCommand.Mapping> mappings = new ArrayList<>();
    for (Mapping mapping : Check.or(restore.mappings(), List.<Mapping>of())) {
      mappings.add(
          new BackupCommand.Mapping(
              PathId.uuid(mapping.backupId()).orElseThrow(), mapping.volumeId()));
    }
    return List.copyOf(mappings);
  }

  private static String filled(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
