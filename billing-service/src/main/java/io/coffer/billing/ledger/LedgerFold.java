package io.coffer.billing.ledger;

import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;

/** The ledger as a fold of its transactions. */
@ApplicationScoped
class LedgerFold implements NounFold {

  private final LedgerStore ledger;

  LedgerFold(LedgerStore ledger) {
    this.ledger = ledger;
  }

  @Override
  public void enter(EventTable table) {
    table.on(TransactionPosted.class, this::posted);
  }

  private Uni<Void> posted(TransactionPosted transaction, Envelope envelope) {
    return Sequence.each(
        IntStream.range(0, transaction.postings().size()).boxed().toList(),
        place -> ledger.post(transaction, place, envelope.project()));
  }
}
