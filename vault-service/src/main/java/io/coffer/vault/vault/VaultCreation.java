package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.capacity.ChargingRules;
import io.coffer.vault.resource.ObjectType;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.resource.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether a vault may be made, however it is paid. */
public final class VaultCreation {

  private VaultCreation() {}

  /** Decides on those of the named resources that are in a vault already. */
  public static Decision decide(List<ResourceState> bound, CreateVault command, Envelope envelope) {
    if (command.backupPolicyId() != null && !takesBackups(command.settings())) {
      return Decision.refuse(
          CbrError.POLICY_CANNOT_APPLIED_VAULT,
          "backup_policy_id is for vaults of a public cloud that take backups.");
    }
    UUID vaultId = DerivedId.vault(envelope.id());
    return ChargingRules.refusal(command.settings())
        .or(
            () ->
                ResourceRules.refusal(
                    vaultId,
                    ObjectType.valueOf(command.settings().objectType()),
                    command.resources(),
                    bound,
                    0))
        .orElseGet(() -> binding(vaultId, command, created(vaultId, command, envelope)));
  }

  private static boolean takesBackups(VaultSettings settings) {
    return settings.cloudType().equals("public") && settings.protectType().equals("backup");
  }

  private static Decision binding(UUID vaultId, CreateVault command, List<Event> created) {
    Decision.Accepted accepted = Decision.accept(created);
    return command.settings().autoBind() ? accepted.and(new BindResources(vaultId)) : accepted;
  }

  private static List<Event> created(UUID vaultId, CreateVault command, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    events.add(
        new VaultCreated(
            vaultId,
            command.settings(),
            command.tags(),
            envelope.caller(),
            envelope.time(),
            command.backupPolicyId()));
    if (!command.resources().isEmpty()) {
      events.add(new ResourcesAdded(vaultId, command.resources(), envelope.time()));
    }
    return events;
  }
}
