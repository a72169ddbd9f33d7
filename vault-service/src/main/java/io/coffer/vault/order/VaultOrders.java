package io.coffer.vault.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultOrderEvent;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.vault.VaultNotFound;
import java.util.UUID;

/** How orders of vaults end: whoever gave one reads events, and no outcomes. */
final class VaultOrders {

  private VaultOrders() {}

  /** The decision with the fact that the order is fulfilled, or the fact that it was refused. */
  static Decision ended(Decision decision, VaultOrderEvent fulfilled) {
    return decision instanceof Decision.Refused refused
        ? refused(fulfilled.vaultId(), fulfilled.order(), refused)
        : ((Decision.Accepted) decision).and(fulfilled);
  }

  /** The order fails, and whoever sold the vault learns that there is none. */
  static Decision unknownVault(UUID vaultId, OrderReference order) {
    Decision.Refused unknown = (Decision.Refused) VaultNotFound.refusal(vaultId);
    return Decision.accept(new VaultMissed(vaultId), refusal(vaultId, order, unknown));
  }

  /** The order could not be decided. */
  static Decision givenUp(UUID vaultId, OrderReference order) {
    return refused(vaultId, order, Decision.refuse(CbrError.UNKNOWN_ERROR, null));
  }

  private static Decision refused(UUID vaultId, OrderReference order, Decision.Refused why) {
    return Decision.accept(refusal(vaultId, order, why));
  }

  private static VaultOrderRefused refusal(
      UUID vaultId, OrderReference order, Decision.Refused why) {
    String message = why.message() == null ? why.error().phrase() + "." : why.message();
    return new VaultOrderRefused(vaultId, order, why.error().code(), message);
  }
}
