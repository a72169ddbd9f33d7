package io.coffer.contracts.vault;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import io.coffer.contracts.billing.OrderReference;
import java.time.Instant;
import java.util.UUID;

/** How orders of vaults ended: whoever gave one learns it by this and by nothing else. */
public sealed interface VaultOrderEvent extends Event {

  /** The vault these facts are about. */
  UUID vaultId();

  /** Which line of which order it was done for. */
  OrderReference order();

  /** The vault is paid in advance from now on, by this order. */
  @WireName("coffer.vault-order.vault-sold.v1")
  record VaultSold(UUID vaultId, OrderReference order, Instant soldAt) implements VaultOrderEvent {}

  /** What else was ordered is done, or under way where it takes time. */
  @WireName("coffer.vault-order.fulfilled.v1")
  record VaultOrderFulfilled(UUID vaultId, OrderReference order) implements VaultOrderEvent {}

  /** What was ordered cannot be done. */
  @WireName("coffer.vault-order.refused.v1")
  record VaultOrderRefused(UUID vaultId, OrderReference order, String code, String message)
      implements VaultOrderEvent {}
}
