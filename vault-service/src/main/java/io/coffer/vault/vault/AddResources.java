package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceRow;
import java.util.List;

/** Whether a vault takes more resources. One that it has already gets other exclusions. */
final class AddResources {

  private AddResources() {}

  /**
   * Decides.
   *
   * @param bound those of the named resources that are in a vault of the project
   * @param present how many resources the vault has
   */
  static Decision decide(
      VaultState vault,
      List<ResourceRow> bound,
      long present,
      VaultCommand.AddResources command,
      Envelope envelope) {
    if (vault == null) {
      return VaultNotFound.refusal(command.vaultId());
    }
    return VaultVerb.ASSOCIATE
        .refusal(vault)
        .or(
            () ->
                ResourceRules.refusal(
                    vault.id(), vault.objectType(), command.resources(), bound, present))
        .orElseGet(
            () ->
                Decision.accept(
                    new ResourcesAdded(vault.id(), command.resources(), envelope.time())));
  }
}
