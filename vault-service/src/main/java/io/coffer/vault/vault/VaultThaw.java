package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;

/** What it means that a reason for which a vault is frozen is over. */
public final class VaultThaw {

  private VaultThaw() {}

  /** Whether a vault is frozen for this reason; one that is being deleted, or half gone, is not. */
  public static boolean isDue(VaultState vault, String scene) {
    return vault.status() == VaultStatus.frozen && vault.scene(scene).isPresent();
  }

  /** Ends a reason for which the vault is frozen; with the last it opens, and takes what fits. */
  public static Decision.Accepted decide(VaultState vault, String scene, Envelope envelope) {
    boolean open = vault.scenes().size() == 1;
    Decision.Accepted thawed =
        Decision.accept(new VaultThawed(vault.id(), scene, open, envelope.time()));
    return open && vault.settings().autoBind() ? thawed.and(new BindResources(vault.id())) : thawed;
  }
}
