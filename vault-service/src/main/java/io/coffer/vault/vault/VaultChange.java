package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.capacity.ChargingRules;
import io.coffer.vault.notice.Notices;

/** Whether settings of a vault may change, whoever says so. */
public final class VaultChange {

  private VaultChange() {}

  /** Decides on what the change has and is not null. */
  public static Decision decide(VaultState vault, Object change, Envelope envelope) {
    return VaultVerb.UPDATE.refusal(vault).orElseGet(() -> change(vault, change, envelope));
  }

  private static Decision change(VaultState vault, Object change, Envelope envelope) {
    VaultSettings settings = Json.changed(vault.settings(), change);
    if (settings.equals(vault.settings())) {
      return Decision.nothing();
    }
    if (settings.sizeGb() != vault.settings().sizeGb()
        && Capacity.isBelow(settings.sizeGb(), vault.usedBytes())) {
      return Decision.refuse(
          CbrError.VAULT_SIZE_INVALID,
          "billing.size is "
              + settings.sizeGb()
              + " GB, but the vault stores "
              + Capacity.megabytes(vault.usedBytes())
              + " MB.");
    }
    VaultSettings roomy = withRoom(vault, settings);
    return ChargingRules.refusal(settings).orElseGet(() -> changed(vault, roomy, envelope));
  }

  private static Decision changed(VaultState vault, VaultSettings settings, Envelope envelope) {
    Decision.Accepted changed =
        Notices.with(
            Decision.accept(new VaultUpdated(vault.id(), settings, envelope.time())),
            vault.watched(),
            envelope);
    return settings.autoBind() ? changed.and(new BindResources(vault.id())) : changed;
  }

  /** A vault that expands by itself does so too when it is made just as large as what it stores. */
  private static VaultSettings withRoom(VaultState vault, VaultSettings settings) {
    return settings.sizeGb() != vault.settings().sizeGb() && vault.settings().autoExpand()
        ? Capacity.expanded(settings, vault.usedBytes()).orElse(settings)
        : settings;
  }
}
