package io.coffer.contracts.dbom;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.secret.SealedSecret;
import java.util.UUID;

/** How database O&amp;M instances are bought, and what is done because an order says so. */
public sealed interface InstanceOrderCommand extends Command {

  /**
   * Orders an instance. The domain is the key; the id of the command is that of the order.
   *
   * @param instanceId what is bought, drawn where the order came in
   * @param region where the project is
   * @param periodType {@code month} or {@code year}
   * @param autoPay whether the balance pays at once, if it covers it
   * @param password of its first user
   */
  @WireName("coffer.dbom-order.place.v1")
  record OrderInstance(
      UUID instanceId,
      String projectId,
      String region,
      InstanceSettings settings,
      String periodType,
      int periodNum,
      boolean autoRenew,
      boolean autoPay,
      SealedSecret password)
      implements InstanceOrderCommand {}

  /** Makes an instance that is paid for, in its project. Its password was kept with the order. */
  @WireName("coffer.dbom-order.provide.v1")
  record ProvideInstance(OrderReference order, UUID instanceId, InstanceSettings settings)
      implements InstanceOrderCommand {}

  /** Opens an instance again that was closed because nobody paid for it. */
  @WireName("coffer.dbom-order.renew.v1")
  record RenewInstance(OrderReference order, UUID instanceId) implements InstanceOrderCommand {}

  /** Deletes an instance that is no longer paid for, in its project. */
  @WireName("coffer.dbom-order.withdraw.v1")
  record WithdrawInstance(OrderReference order, UUID instanceId) implements InstanceOrderCommand {}
}
