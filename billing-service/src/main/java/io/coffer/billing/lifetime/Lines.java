package io.coffer.billing.lifetime;

import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;

/** Lines about what is bought already. */
final class Lines {

  private Lines() {}

  /** The same resource in this size, for this price, asked for like this. */
  static OrderLine about(OrderLine bought, int size, Amount price, Provision provision) {
    return new OrderLine(
        bought.resourceId(),
        bought.projectId(),
        bought.region(),
        bought.serviceType(),
        bought.resourceType(),
        bought.resourceName(),
        bought.specCode(),
        size,
        bought.periodType(),
        bought.periodNum(),
        bought.autoRenew(),
        price,
        provision);
  }

  /** The same resource for a further term, whose price the price book says. */
  static OrderLine of(OrderLine bought, String periodType, int periodNum, Provision provision) {
    return new OrderLine(
        bought.resourceId(),
        bought.projectId(),
        bought.region(),
        bought.serviceType(),
        bought.resourceType(),
        bought.resourceName(),
        bought.specCode(),
        bought.size(),
        periodType,
        periodNum,
        bought.autoRenew(),
        null,
        provision);
  }
}
