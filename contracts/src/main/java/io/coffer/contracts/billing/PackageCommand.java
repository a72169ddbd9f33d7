package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** What is done with resource packages. */
public sealed interface PackageCommand extends Command {

  /**
   * Orders packages for a project. Its domain is the key.
   *
   * @param num how many
   * @param autoPay whether the balance pays at once, if it covers it
   */
  @WireName("coffer.package.order.v1")
  record OrderPackages(
      UUID packageId,
      String projectId,
      String region,
      String specCode,
      int num,
      String periodType,
      int periodNum,
      boolean autoRenew,
      boolean autoPay)
      implements PackageCommand {}

  /**
   * Makes packages valid that are paid. The project is the key.
   *
   * @param num how many
   */
  @WireName("coffer.package.open.v1")
  record OpenPackage(OrderReference order, UUID packageId, String specCode, int num)
      implements PackageCommand {}

  /**
   * Makes packages valid for a further term that is paid. The project is the key.
   *
   * @param from where the term before ends
   */
  @WireName("coffer.package.renew.v1")
  record RenewPackage(OrderReference order, UUID packageId, Instant from, Instant until)
      implements PackageCommand {}

  /** Ends packages that were unsubscribed. The project is the key. */
  @WireName("coffer.package.end.v1")
  record EndPackage(OrderReference order, UUID packageId) implements PackageCommand {}
}
