package io.coffer.vault.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.notice.Notices;
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
    List<Event> events = new ArrayList<>();
    List<Command> orders = new ArrayList<>();
    for (VaultState vault : all) {
      VaultSettings settings = Json.changed(vault.settings(), command);
      if (VaultVerb.UPDATE.refusal(vault).isEmpty() && !settings.equals(vault.settings())) {
        Decision.Accepted changed =
            Decision.accept(new VaultUpdated(vault.id(), settings, envelope.time()));
        Decision.Accepted told = Notices.with(changed, vault.watched(), envelope);
        events.addAll(told.events());
        orders.addAll(told.commands());
      }
    }
    return Decision.accept(events).and(orders);
  }

  @Override
  public Uni<Answer> answer(UpdateVaults command, Envelope envelope) {
    return vaults
        .changedAt(envelope.project(), envelope.time())
        .map(ids -> Answer.ok(Map.of("updated_vaults_id", ids)));
  }
}
