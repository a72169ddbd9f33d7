package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a vault may be made, with the resources it starts with. */
final class CreateVault {

  private CreateVault() {}

  /**
   * Decides.
   *
   * @param bound those of the named resources that are in a vault already
   */
  static Decision decide(
      List<ResourceRow> bound, VaultCommand.CreateVault command, Envelope envelope) {
    if (!"post_paid".equals(command.settings().chargingMode())) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "billing.charging_mode must be post_paid: vaults are not sold by month or year here.");
    }
    if (command.backupPolicyId() != null) {
      return Decision.refuse(
          CbrError.POLICY_NOT_FOUND,
          "Policy " + command.backupPolicyId() + " of backup_policy_id does not exist.");
    }
    UUID vaultId = DerivedId.vault(envelope.id());
    Optional<Decision> refusal =
        ResourceRules.refusal(
            vaultId,
            ObjectType.valueOf(command.settings().objectType()),
            command.resources(),
            bound,
            0);
    return refusal.orElseGet(() -> Decision.accept(created(vaultId, command, envelope)));
  }

  private static List<Event> created(
      UUID vaultId, VaultCommand.CreateVault command, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    events.add(
        new VaultCreated(
            vaultId, command.settings(), command.tags(), envelope.caller(), envelope.time()));
    if (!command.resources().isEmpty()) {
      events.add(new ResourcesAdded(vaultId, command.resources(), envelope.time()));
    }
    return events;
  }
}
