package io.coffer.vault.vault;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes settings of all vaults of a project; those whose state forbids it stay as they are. */
@ApplicationScoped
class UpdateVaultsHandler implements Handler<UpdateVaults, List<VaultState>> {

  private final VaultStore vaults;

  UpdateVaultsHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<List<VaultState>> load(UpdateVaults command, Envelope envelope) {
    return vaults.states(envelope.project());
  }

  @Override
  public Decision decide(List<VaultState> all, UpdateVaults command, Envelope envelope) {
    List<VaultUpdated> changes = new ArrayList<>();
    for (VaultState vault : all) {
      VaultSettings settings = Json.changed(vault.settings(), command);
      if (VaultVerb.UPDATE.refusal(vault).isEmpty() && !settings.equals(vault.settings())) {
        changes.add(new VaultUpdated(vault.id(), settings, envelope.time()));
      }
    }
    return Decision.accept(changes);
  }

  @Override
  public Uni<Answer> answer(UpdateVaults command, Envelope envelope) {
    return vaults
        .changedAt(envelope.project(), envelope.time())
        .map(ids -> Answer.ok(Map.of("updated_vaults_id", ids)));
  }
}
