package io.coffer.billing.resourcepackage;

import io.coffer.contracts.billing.PackageCommand.EndPackage;
import io.coffer.contracts.billing.PackageEvent.PackageEnded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends packages that were unsubscribed. */
@ApplicationScoped
class EndPackageHandler implements Handler<EndPackage, EndPackageHandler.State> {

  private final PackageStore packages;

  EndPackageHandler(PackageStore packages) {
    this.packages = packages;
  }

  /**
   * What is known.
   *
   * @param there null where the project has no such package
   */
  record State(PackageTerm there) {}

  @Override
  public Uni<State> load(EndPackage command, Envelope envelope) {
    return packages.of(envelope.project(), command.packageId()).map(State::new);
  }

  @Override
  public Decision decide(State state, EndPackage command, Envelope envelope) {
    return state.there() == null
        ? Fulfilment.failed(command.order(), command.packageId(), "There is no such package.")
        : Fulfilment.succeeded(
            new PackageEnded(command.packageId(), envelope.time()), command.order());
  }

  @Override
  public Decision abandon(EndPackage command, Envelope envelope) {
    return Fulfilment.failed(
        command.order(), command.packageId(), "The package could not be ended.");
  }
}
