package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand.UpdateBackup;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a backup another name, in whatever state it is. */
@ApplicationScoped
class UpdateBackupHandler implements Handler<UpdateBackup, BackupState> {

  private final BackupStore backups;
  private final BackupAnswers answers;

  UpdateBackupHandler(BackupStore backups, BackupAnswers answers) {
    this.backups = backups;
    this.answers = answers;
  }

  @Override
  public Uni<BackupState> load(UpdateBackup command, Envelope envelope) {
    return backups.state(envelope.project(), command.backupId());
  }

  @Override
  public Decision decide(BackupState backup, UpdateBackup command, Envelope envelope) {
    return command.name() == null || command.name().equals(backup.name())
        ? Decision.nothing()
        : Decision.accept(
            new BackupRenamed(backup.vaultId(), backup.id(), command.name(), envelope.time()));
  }

  @Override
  public Decision absent(UpdateBackup command) {
    return BackupNotFound.refusal(command.backupId());
  }

  @Override
  public Uni<Answer> answer(UpdateBackup command, Envelope envelope) {
    return answers.of(envelope.project(), command.backupId());
  }
}
