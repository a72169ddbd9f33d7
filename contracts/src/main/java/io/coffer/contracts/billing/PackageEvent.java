package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to the resource packages of a project. */
public sealed interface PackageEvent extends Event {

  /** The package. */
  UUID packageId();

  /**
   * A package is valid from now on, or for longer than before.
   *
   * @param orderId the order that it was bought by, as people know it
   * @param num how many were bought together
   * @param volumeGb of each, in each hour
   * @param covers spec codes of the vaults whose use it takes over
   * @param until the first moment at which it is valid no more
   */
  @WireName("coffer.package.opened.v1")
  record PackageOpened(
      UUID packageId,
      String orderId,
      String specCode,
      int num,
      int volumeGb,
      List<String> covers,
      Instant from,
      Instant until)
      implements PackageEvent {}

  /**
   * A further term of the package is paid.
   *
   * @param from where the term before ends
   */
  @WireName("coffer.package.renewed.v1")
  record PackageRenewed(UUID packageId, Instant from, Instant until) implements PackageEvent {}

  /** The package is valid no more. */
  @WireName("coffer.package.ended.v1")
  record PackageEnded(UUID packageId, Instant endedAt) implements PackageEvent {}
}
