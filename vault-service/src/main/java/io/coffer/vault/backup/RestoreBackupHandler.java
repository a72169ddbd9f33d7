package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a backup back. */
@ApplicationScoped
public class RestoreBackupHandler implements Handler<BackupCommand.RestoreBackup> {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final OperationLogStore logs;

  RestoreBackupHandler(BackupStore backups, VaultStore vaults, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.logs = logs;
  }

  @Override
  public Uni<Decision> decide(BackupCommand.RestoreBackup command, Envelope envelope) {
    return backups
        .of(envelope.project(), command.backupId())
        .chain(
            asked ->
                asked == null
                    ? Uni.createFrom().item(BackupNotFound.refusal(command.backupId()))
                    : decide(asked, command, envelope));
  }

  @Override
  public Uni<Answer> answer(BackupCommand.RestoreBackup command, Envelope envelope) {
    return Uni.createFrom().item(Answer.of(202, Map.of("job_id", envelope.id())));
  }

  private Uni<Decision> decide(
      BackupRow asked, BackupCommand.RestoreBackup command, Envelope envelope) {
    return backups
        .family(asked.parentId == null ? asked.id : asked.parentId)
        .chain(
            family ->
                vaults
                    .one(asked.vaultId)
                    .chain(vault -> decide(asked, family, vault, command, envelope)));
  }

  private Uni<Decision> decide(
      BackupRow asked,
      List<BackupRow> family,
      VaultRow vault,
      BackupCommand.RestoreBackup command,
      Envelope envelope) {
    Set<String> touched = new TreeSet<>();
    touched.add(family.get(0).resourceId);
    touched.add(RestoreBackup.targetId(command, asked));
    return logs.runningOn(envelope.project(), touched)
        .map(
            running ->
                RestoreBackup.decide(
                    new RestoreBackup.State(asked, family, vault.state(), running),
                    command,
                    envelope));
  }
}
