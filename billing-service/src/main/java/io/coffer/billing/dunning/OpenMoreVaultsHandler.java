package io.coffer.billing.dunning;

import io.coffer.billing.arrears.Arrears;
import io.coffer.billing.arrears.ArrearsStore;
import io.coffer.billing.arrears.Owing;
import io.coffer.billing.metering.PaidByUse;
import io.coffer.billing.metering.PaidByUse.Metered;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.contracts.billing.BillCommand.OpenMoreVaults;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with opening what was closed while its domain owed something. */
@ApplicationScoped
class OpenMoreVaultsHandler implements Handler<OpenMoreVaults, OpenMoreVaultsHandler.State> {

  private final ArrearsStore arrears;
  private final PaidByUse vaults;

  OpenMoreVaultsHandler(ArrearsStore arrears, PaidByUse vaults) {
    this.arrears = arrears;
    this.vaults = vaults;
  }

  /**
   * What is known.
   *
   * @param arrears null where nothing is owed
   */
  record State(Arrears arrears, Piece vaults) {}

  @Override
  public Uni<State> load(OpenMoreVaults command, Envelope envelope) {
    Metered last = new Metered(command.projectId(), command.vaultId());
    return arrears
        .of(envelope.project())
        .chain(
            owed ->
                vaults.behind(command.projectIds(), last).map(behind -> new State(owed, behind)));
  }

  @Override
  public Decision decide(State state, OpenMoreVaults command, Envelope envelope) {
    return Owing.more(state.arrears(), command, state.vaults(), envelope.time());
  }
}
