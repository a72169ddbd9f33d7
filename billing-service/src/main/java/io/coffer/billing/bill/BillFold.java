package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;

/** What was charged, as a fold of closed hours. */
@ApplicationScoped
class BillFold implements NounFold {

  private final ClosedHourStore hours;
  private final MonthCostStore months;

  BillFold(ClosedHourStore hours, MonthCostStore months) {
    this.hours = hours;
    this.months = months;
  }

  @Override
  public void enter(EventTable table) {
    table.on(HourClosed.class, this::closed);
  }

  private Uni<Void> closed(HourClosed event, Envelope envelope) {
    CurrencyUnit currency = Monetary.getCurrency(event.currency());
    return hours
        .put(envelope.project(), event)
        .chain(
            before ->
                months.add(
                    envelope.project(),
                    event.month(),
                    currency,
                    before == null ? BigDecimal.ZERO : HourCharge.exact(before.lines()),
                    HourCharge.exact(event.lines()),
                    Money.of(new BigDecimal(event.charge()), currency)));
  }
}
