package io.coffer.billing.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.Amount;
import java.time.Instant;
import org.javamoney.moneta.Money;

/**
 * A time that something was paid for: a term, or the rest of all terms for which another size costs
 * more or less.
 *
 * @param paid less than zero for what came back
 * @param periodType {@code month} or {@code year}; null for the rest of terms
 */
public record Span(
    Instant from,
    Instant until,
    Amount paid,
    @JsonInclude(JsonInclude.Include.NON_NULL) String periodType,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer periodNum) {

  /** Whether it is a term. */
  @JsonIgnore
  public boolean isTerm() {
    return periodType != null;
  }

  /** What was paid for it. */
  Money money() {
    return Amounts.of(paid);
  }

  /** How many months it adds to all terms. */
  long months() {
    return isTerm() ? Term.months(periodType, periodNum) : 0;
  }

  long days() {
    return new Term(from, until).days();
  }

  long daysLeft(Instant now) {
    return Math.min(new Term(from, until).daysLeft(now), days());
  }
}
