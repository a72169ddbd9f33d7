package io.coffer.billing.dunning;

import io.coffer.billing.arrears.Arrears;
import io.coffer.billing.arrears.ArrearsSettings;
import io.coffer.billing.arrears.ArrearsStore;
import io.coffer.billing.arrears.Owing;
import io.coffer.billing.metering.PaidByUse;
import io.coffer.billing.metering.PaidByUse.Metered;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.contracts.billing.BillCommand.CloseMoreVaults;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with closing what is paid by use; not where all is paid meanwhile. */
@ApplicationScoped
class CloseMoreVaultsHandler implements Handler<CloseMoreVaults, CloseMoreVaultsHandler.State> {

  private final ArrearsStore arrears;
  private final PaidByUse vaults;
  private final ArrearsSettings settings;

  CloseMoreVaultsHandler(ArrearsStore arrears, PaidByUse vaults, ArrearsSettings settings) {
    this.arrears = arrears;
    this.vaults = vaults;
    this.settings = settings;
  }

  /** What is known. */
  record State(Arrears arrears, Piece vaults) {}

  @Override
  public Uni<State> load(CloseMoreVaults command, Envelope envelope) {
    Metered last = new Metered(command.projectId(), command.vaultId());
    return Loading.of(arrears.of(envelope.project()))
        .then(owed -> vaults.behind(owed.projects(), last))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, CloseMoreVaults command, Envelope envelope) {
    return Owing.more(state.arrears(), command, state.vaults(), settings, envelope.time());
  }

  @Override
  public Decision absent(CloseMoreVaults command) {
    return Decision.nothing();
  }
}
