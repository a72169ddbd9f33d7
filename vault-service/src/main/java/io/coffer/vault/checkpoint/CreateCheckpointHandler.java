package io.coffer.vault.checkpoint;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Backs up resources of a vault. */
@ApplicationScoped
public class CreateCheckpointHandler implements Handler<CheckpointCommand.CreateCheckpoint> {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final BackupStore backups;
  private final OperationLogStore logs;
  private final CheckpointStore checkpoints;
  private final CheckpointAnswers answers;

  CreateCheckpointHandler(
      VaultStore vaults,
      ResourceStore resources,
      BackupStore backups,
      OperationLogStore logs,
      CheckpointStore checkpoints,
      CheckpointAnswers answers) {
    this.vaults = vaults;
    this.resources = resources;
    this.backups = backups;
    this.logs = logs;
    this.checkpoints = checkpoints;
    this.answers = answers;
  }

  @Override
  public Uni<Decision> decide(CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return vaults
        .of(envelope.project(), command.vaultId())
        .chain(
            vault ->
                vault == null
                    ? Uni.createFrom().item(VaultNotFound.refusal(command.vaultId()))
                    : resources
                        .inVault(vault.id)
                        .chain(rows -> decide(vault.state(), rows, command, envelope)));
  }

  @Override
  public Uni<Answer> answer(CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return checkpoints.findById(DerivedId.checkpoint(envelope.id())).chain(answers::of);
  }

  private Uni<Decision> decide(
      VaultState vault,
      List<ResourceRow> rows,
      CheckpointCommand.CreateCheckpoint command,
      Envelope envelope) {
    List<String> ids = rows.stream().map(row -> row.resourceId).toList();
    return logs.runningOn(envelope.project(), ids)
        .chain(
            running ->
                backups
                    .newestSnapshots(vault.id(), ids)
                    .map(
                        newest ->
                            CreateCheckpoint.decide(
                                new CreateCheckpoint.State(vault, rows, running, newest),
                                command,
                                envelope)));
  }
}
