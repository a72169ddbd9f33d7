package io.coffer.contracts.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import io.coffer.contracts.billing.OrderReference;
import java.util.UUID;

/**
 * What is done with vaults because an order says so. Nobody waits for an answer: each ends in a
 * {@link VaultOrderEvent}.
 */
public sealed interface VaultOrderCommand extends Command {

  /** Which line of which order it is done for. */
  OrderReference order();

  /** Makes the vault {@code DerivedId.vault(command id)}, paid in advance. */
  @WireName("coffer.vault-order.provide.v1")
  record ProvideVault(OrderReference order, VaultCommand.CreateVault vault)
      implements VaultOrderCommand {}

  /** Gives a vault another capacity. */
  @WireName("coffer.vault-order.resize.v1")
  record ResizeVault(OrderReference order, UUID vaultId, int sizeGb) implements VaultOrderCommand {}

  /** Has a vault that was paid by use paid in advance. */
  @WireName("coffer.vault-order.prepay.v1")
  record PrepayVault(OrderReference order, UUID vaultId) implements VaultOrderCommand {}

  /** Opens a vault again that was closed because nobody paid for it. */
  @WireName("coffer.vault-order.renew.v1")
  record RenewVault(OrderReference order, UUID vaultId) implements VaultOrderCommand {}

  /** Deletes a vault that is no longer paid for, with all its backups. */
  @WireName("coffer.vault-order.withdraw.v1")
  record WithdrawVault(OrderReference order, UUID vaultId) implements VaultOrderCommand {}
}
