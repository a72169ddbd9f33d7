package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupContents;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.coffer.owner.refusal.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is told about one backup; null when it is not there or not this project's. */
@ApplicationScoped
class BackupAnswers {

  private final BackupStore backups;

  BackupAnswers(BackupStore backups) {
    this.backups = backups;
  }

  Uni<Answer> of(String project, UUID id) {
    return backups
        .family(project, id)
        .map(
            family -> family.isEmpty() ? null : Answer.ok(Map.of("backup", BackupView.of(family))));
  }

  /** Refused while nothing is in it. */
  Uni<BackupContents> contents(String project, UUID id) {
    return Loading.of(backups.of(project, id))
        .then(one -> backups.family(project, id))
        .then((one, family) -> backups.of(project, one.family()))
        .as((one, family, whole) -> contents(one, BackupView.of(family), whole));
  }

  private static BackupContents contents(BackupRow one, BackupView shown, BackupRow whole) {
    if (one.snapshotId == null) {
      throw new Refused(
          CbrError.METADATA_QUERY_NOT_ALLOWED_CURRENT_BACKUP_STATUS,
          "Backup " + one.id + " is " + one.status + ", and holds nothing.");
    }
    return new BackupContents(
        one.id, one.vaultId, one.snapshotId, whole.resourceId, Answer.ok(List.of(shown)).body());
  }
}
