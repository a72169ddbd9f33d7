package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Changes settings of all vaults of a project: of the first ones now, of the others next. */
@ApplicationScoped
class UpdateVaultsHandler implements Handler<UpdateVaults, VaultsUpdate.Piece> {

  private final VaultStore vaults;

  UpdateVaultsHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultsUpdate.Piece> load(UpdateVaults command, Envelope envelope) {
    return vaults.oldest(envelope.project(), command);
  }

  @Override
  public Decision decide(VaultsUpdate.Piece piece, UpdateVaults command, Envelope envelope) {
    return VaultsUpdate.decide(piece, command, envelope);
  }

  /** Tells of those that are changed by now: an answer with all of them might be too long. */
  @Override
  public Uni<Answer> answer(UpdateVaults command, Envelope envelope) {
    return vaults
        .changedAt(envelope.project(), envelope.time())
        .map(ids -> Answer.ok(Map.of("updated_vaults_id", ids)));
  }
}
