package io.coffer.billing.arrears;

import io.coffer.contracts.billing.ArrearsEvent.ArrearsBegan;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsClosed;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsGrew;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsOpened;
import io.coffer.contracts.billing.ArrearsEvent.ArrearsSettled;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** What is owed as a fold of its events. */
@ApplicationScoped
class ArrearsFold implements NounFold {

  private final ArrearsStore arrears;

  ArrearsFold(ArrearsStore arrears) {
    this.arrears = arrears;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(ArrearsBegan.class, arrears::began);
    table.inProject(ArrearsGrew.class, arrears::grew);
    table.inProject(ArrearsClosed.class, arrears::closed);
    table.on(ArrearsSettled.class, (event, envelope) -> arrears.settled(envelope.project()));
    table.keepNothingOf(ArrearsOpened.class);
  }
}
