package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.util.UUID;

/** What is done with the resource packages of a project because an order says so. */
public sealed interface PackageCommand extends Command {

  /** Which line of which order it is done for. */
  OrderReference order();

  /**
   * Makes packages valid that are paid.
   *
   * @param num how many
   */
  @WireName("coffer.package.open.v1")
  record OpenPackage(OrderReference order, UUID packageId, String specCode, int num)
      implements PackageCommand {}

  /** Ends packages that were unsubscribed. */
  @WireName("coffer.package.end.v1")
  record EndPackage(OrderReference order, UUID packageId) implements PackageCommand {}
}
