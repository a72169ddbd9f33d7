package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupCommand.SetExpiration;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.ExpirationOperation;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultVerb;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives backups that have an end another one. Those that are kept for good stay so. */
@ApplicationScoped
class SetExpirationHandler implements Handler<SetExpiration, SetExpirationHandler.State> {

  private final VaultStore vaults;
  private final BackupStore backups;
  private final OperationLogStore logs;

  SetExpirationHandler(VaultStore vaults, BackupStore backups, OperationLogStore logs) {
    this.vaults = vaults;
    this.backups = backups;
    this.logs = logs;
  }

  /**
   * What is known.
   *
   * @param ending the backups of the vault that have an end and are not being deleted
   */
  record State(VaultState vault, List<UUID> ending) {}

  @Override
  public Uni<State> load(SetExpiration command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> backups.ending(vault.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, SetExpiration command, Envelope envelope) {
    return VaultVerb.UPDATE
        .refusal(state.vault())
        .orElseGet(
            () ->
                command.expiredAt().isAfter(envelope.time())
                    ? Decision.accept(
                        new ExpirationSet(
                            command.vaultId(),
                            envelope.id(),
                            state.ending(),
                            command.day(),
                            command.expiredAt(),
                            envelope.requestId(),
                            envelope.time()))
                    : Decision.refuse(
                        CbrError.INVALID_PARAMETER,
                        "expect_expiration_date must not be a day that is over."));
  }

  @Override
  public Decision absent(SetExpiration command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(SetExpiration command, Envelope envelope) {
    return logs.details(envelope.project(), envelope.id())
        .map(
            details ->
                Answer.ok(
                    Map.of(
                        "affected_backups_count",
                        ((ExpirationOperation) details).backups(),
                        "new_expiration_day",
                        command.day(),
                        "operation_log_id",
                        envelope.id())));
  }
}
