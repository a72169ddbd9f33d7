package io.coffer.vault.checkpoint;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Backs up resources of a vault. */
@ApplicationScoped
class CreateCheckpointHandler
    implements Handler<CheckpointCommand.CreateCheckpoint, CreateCheckpoint.State> {

  private static final CreateCheckpoint.State WITHOUT_VAULT =
      new CreateCheckpoint.State(null, List.of(), List.of(), Map.of());

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final BackupStore backups;
  private final OperationLogStore logs;
  private final CheckpointAnswers answers;

  CreateCheckpointHandler(
      VaultStore vaults,
      ResourceStore resources,
      BackupStore backups,
      OperationLogStore logs,
      CheckpointAnswers answers) {
    this.vaults = vaults;
    this.resources = resources;
    this.backups = backups;
    this.logs = logs;
    this.answers = answers;
  }

  @Override
  public Uni<CreateCheckpoint.State> load(
      CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> resources.statesIn(envelope.project(), vault.id()))
        .then((vault, present) -> logs.runningOn(envelope.project(), ids(present)))
        .then((vault, present, busy) -> backups.newestSnapshots(vault.id(), ids(present)))
        .as(CreateCheckpoint.State::new)
        .map(state -> state == null && command.firedAt() != null ? WITHOUT_VAULT : state);
  }

  @Override
  public Decision decide(
      CreateCheckpoint.State state, CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return command.firedAt() == null
        ? CreateCheckpoint.decide(state, command, envelope)
        : FiredCheckpoint.decide(state, command, envelope);
  }

  @Override
  public Decision absent(CheckpointCommand.CreateCheckpoint command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(CheckpointCommand.CreateCheckpoint command, Envelope envelope) {
    return answers
        .of(envelope.project(), DerivedId.checkpoint(envelope.id()))
        .map(answer -> answer == null ? Answer.noContent() : answer);
  }

  private static List<String> ids(List<ResourceState> resources) {
    return resources.stream().map(ResourceState::id).toList();
  }
}
