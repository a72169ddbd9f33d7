package io.coffer.billing.resourcepackage;

import io.coffer.contracts.billing.PackageCommand.RenewPackage;
import io.coffer.contracts.billing.PackageEvent.PackageRenewed;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes packages valid for a further term that is paid. */
@ApplicationScoped
class RenewPackageHandler implements Handler<RenewPackage, PackageTerm> {

  private final PackageStore packages;

  RenewPackageHandler(PackageStore packages) {
    this.packages = packages;
  }

  @Override
  public Uni<PackageTerm> load(RenewPackage command, Envelope envelope) {
    return packages.of(envelope.project(), command.packageId());
  }

  @Override
  public Decision decide(PackageTerm there, RenewPackage command, Envelope envelope) {
    return command.until().isAfter(there.until())
        ? Fulfilment.succeeded(
            new PackageRenewed(command.packageId(), command.from(), command.until()),
            command.order())
        : Fulfilment.failed(
            command.order(), command.packageId(), "The package is valid until then already.");
  }

  @Override
  public Decision absent(RenewPackage command) {
    return Fulfilment.failed(command.order(), command.packageId(), "There is no such package.");
  }

  @Override
  public Decision abandon(RenewPackage command, Envelope envelope) {
    return Fulfilment.failed(
        command.order(), command.packageId(), "The package could not be renewed.");
  }
}
