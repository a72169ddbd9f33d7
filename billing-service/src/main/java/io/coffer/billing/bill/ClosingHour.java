package io.coffer.billing.bill;

import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.money.Amounts;
import io.coffer.billing.product.Rounding;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.decision.Decision;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.javamoney.moneta.Money;

/** What is charged for an hour that is over, part by part. */
final class ClosingHour {

  private ClosingHour() {}

  /**
   * What is known.
   *
   * @param usage of the vaults that the part is about, also under other spec codes
   * @param packages those that are valid in the hour
   * @param taken how much of each was taken in the parts before
   * @param before the lines that the part was closed with before
   * @param soFar what its month costs so far
   */
  record State(
      List<VaultUsage> usage,
      List<PackageTerm> packages,
      Map<UUID, BigInteger> taken,
      List<UsageLine> before,
      MonthSoFar soFar) {}

  /** A part of the hour as it is known now; nothing where that is how it was closed before. */
  static Decision decide(
      State state, CloseHour hour, Tariff tariff, String project, String month, Instant now) {
    List<UsageLine> lines =
        HourCharge.lines(
            hour.hour(),
            hour.region(),
            state.usage().stream()
                .filter(used -> hour.part().includes(used.terms().specCode()))
                .toList(),
            state.packages(),
            state.taken(),
            tariff.products(),
            tariff.prices());
    if (Set.copyOf(lines).equals(Set.copyOf(state.before()))) {
      return Decision.nothing();
    }
    Money charge = state.soFar().charge(HourCharge.exact(state.before()), HourCharge.exact(lines));
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
                now,
                hour.part().equals(HourPart.WHOLE) ? null : hour.part()));
    return charge.isZero() || hour.domainId() == null
        ? closed
        : closed.andTo(
            hour.domainId(),
            new ChargeUsage(hour.hourId(), project, hour.hour(), Amounts.wire(charge)));
  }
}
