package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand.UpdateMoreVaults;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with a change of all vaults of a project. */
@ApplicationScoped
class UpdateMoreVaultsHandler implements Handler<UpdateMoreVaults, VaultsUpdate.Piece> {

  private final VaultStore vaults;

  UpdateMoreVaultsHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  /** What was made or changed after the request is newer than what that asks for. */
  @Override
  public Uni<VaultsUpdate.Piece> load(UpdateMoreVaults command, Envelope envelope) {
    return vaults.behind(
        envelope.project(),
        command.createdAt(),
        command.vaultId(),
        change(command),
        envelope.time());
  }

  @Override
  public Decision decide(VaultsUpdate.Piece piece, UpdateMoreVaults command, Envelope envelope) {
    return VaultsUpdate.decide(piece, change(command), envelope);
  }

  private static UpdateVaults change(UpdateMoreVaults command) {
    return new UpdateVaults(command.threshold(), command.smnNotify());
  }
}
