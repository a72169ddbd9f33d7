package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Renames a backup. */
@ApplicationScoped
public class UpdateBackupHandler implements Handler<BackupCommand.UpdateBackup> {

  private final BackupStore backups;

  UpdateBackupHandler(BackupStore backups) {
    this.backups = backups;
  }

  @Override
  public Uni<Decision> decide(BackupCommand.UpdateBackup command, Envelope envelope) {
    return backups
        .of(envelope.project(), command.backupId())
        .map(backup -> UpdateBackup.decide(backup, command, envelope));
  }

  @Override
  public Uni<Answer> answer(BackupCommand.UpdateBackup command, Envelope envelope) {
    return backups
        .family(command.backupId())
        .map(family -> Answer.ok(Map.of("backup", BackupView.of(family))));
  }
}
