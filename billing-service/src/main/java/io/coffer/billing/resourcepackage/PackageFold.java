package io.coffer.billing.resourcepackage;

import io.coffer.billing.metering.NextHourStore;
import io.coffer.contracts.billing.PackageEvent.PackageEnded;
import io.coffer.contracts.billing.PackageEvent.PackageOpened;
import io.coffer.contracts.billing.PackageEvent.PackageRenewed;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** Resource packages as a fold of their events; hours in which they count are closed with them. */
@ApplicationScoped
class PackageFold implements NounFold {

  private final PackageStore packages;
  private final NextHourStore next;

  PackageFold(PackageStore packages, NextHourStore next) {
    this.packages = packages;
    this.next = next;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        PackageOpened.class,
        (opened, envelope) ->
            packages
                .opened(envelope.project(), opened)
                .chain(() -> next.charged(envelope, opened.from())));
    table.on(
        PackageRenewed.class,
        (renewed, envelope) ->
            packages
                .renewed(renewed.packageId(), renewed.until())
                .chain(() -> next.charged(envelope, renewed.from())));
    table.on(
        PackageEnded.class,
        (ended, envelope) ->
            packages
                .ended(ended.packageId(), ended.endedAt())
                .chain(() -> next.charged(envelope, ended.endedAt())));
  }
}
