package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.contracts.billing.HourPart;
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
  private final UsageLineStore lines;
  private final MonthCostStore months;

  BillFold(ClosedHourStore hours, UsageLineStore lines, MonthCostStore months) {
    this.hours = hours;
    this.lines = lines;
    this.months = months;
  }

  @Override
  public void enter(EventTable table) {
    table.on(HourClosed.class, this::closed);
  }

  private Uni<Void> closed(HourClosed event, Envelope envelope) {
    CurrencyUnit currency = Monetary.getCurrency(event.currency());
    HourPart part = event.part() == null ? HourPart.WHOLE : event.part();
    return hours
        .put(envelope.project(), event)
        .chain(() -> lines.of(event.hourId(), part))
        .chain(
            before ->
                lines
                    .put(event.hourId(), part, event.lines())
                    .chain(
                        () ->
                            months.add(
                                envelope.project(),
                                event.month(),
                                currency,
                                HourCharge.exact(before),
                                HourCharge.exact(event.lines()),
                                Money.of(new BigDecimal(event.charge()), currency))));
  }
}
