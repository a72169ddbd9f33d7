package io.coffer.billing.bill;

import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.money.Amounts;
import io.coffer.billing.product.Rounding;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;
import org.javamoney.moneta.Money;

/** What is charged for an hour that is over. */
final class ClosingHour {

  private ClosingHour() {}

  /**
   * What is known.
   *
   * @param packages those that are valid in the hour
   * @param before what it was closed with before
   * @param soFar what its month costs so far
   */
  record State(
      List<VaultUsage> usage, List<PackageTerm> packages, ClosedHour before, MonthSoFar soFar) {}

  /** The hour as it is known now; nothing where that is how it was closed before. */
  static Decision decide(
      State state, CloseHour hour, Tariff tariff, String project, String month, Instant now) {
    List<UsageLine> lines =
        HourCharge.lines(
            hour.hour(),
            hour.region(),
            state.usage(),
            state.packages(),
            tariff.products(),
            tariff.prices());
    if (lines.equals(state.before().lines())) {
      return Decision.nothing();
    }
    Money charge =
        state.soFar().charge(HourCharge.exact(state.before().lines()), HourCharge.exact(lines));
    Decision.Accepted closed =
        Decision.accept(
            new HourClosed(
                hour.hourId(),
                hour.hour(),
                month,
                hour.region(),
                charge.getCurrency().getCurrencyCode(),
                lines,
                Rounding.number(charge).toPlainString(),
                now));
    return charge.isZero() || hour.domainId() == null
        ? closed
        : closed.andTo(
            hour.domainId(),
            new ChargeUsage(hour.hourId(), project, hour.hour(), Amounts.wire(charge)));
  }
}
