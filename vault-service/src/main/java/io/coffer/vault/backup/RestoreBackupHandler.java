package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Writes a backup back. */
@ApplicationScoped
class RestoreBackupHandler implements Handler<BackupCommand.RestoreBackup, RestoreBackup.State> {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final OperationLogStore logs;

  RestoreBackupHandler(BackupStore backups, VaultStore vaults, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.logs = logs;
  }

  @Override
  public Uni<RestoreBackup.State> load(BackupCommand.RestoreBackup command, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(backups.state(project, command.backupId()))
        .then(asked -> backups.familyOf(project, asked))
        .then((asked, family) -> vaults.state(project, asked.vaultId()))
        .then(
            (asked, family, vault) ->
                logs.runningOn(project, RestoreBackup.touched(command, asked, family)))
        .as(RestoreBackup.State::new);
  }

  @Override
  public Decision decide(
      RestoreBackup.State state, BackupCommand.RestoreBackup command, Envelope envelope) {
    return RestoreBackup.decide(state, command, envelope);
  }

  @Override
  public Decision absent(BackupCommand.RestoreBackup command) {
    return BackupNotFound.refusal(command.backupId());
  }

  @Override
  public Uni<Answer> answer(BackupCommand.RestoreBackup command, Envelope envelope) {
    return Uni.createFrom().item(Answer.of(202, Map.of("job_id", envelope.id())));
  }
}
