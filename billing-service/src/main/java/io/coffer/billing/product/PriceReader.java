package io.coffer.billing.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/** Reads prices, and says what is wrong with each and between two of them. */
final class PriceReader {

  /** Of the price of a gigabyte for an hour. */
  private static final int MOST_DECIMALS = 10;

  private final Map<String, CurrencyUnit> currencies;
  private final Collection<String> specCodes;
  private final List<Read> read = new ArrayList<>();

  private record Read(Entry entry, Price price) {}

  PriceReader(Map<String, CurrencyUnit> currencies, Collection<String> specCodes) {
    this.currencies = currencies;
    this.specCodes = specCodes;
  }

  List<Price> prices() {
    return read.stream().map(Read::price).toList();
  }

  void read(Entry entry) {
    entry.only("region", "spec_code", "period", "amount", "from", "until");
    Optional<String> region =
        entry.word("region", known(currencies.keySet()), "the regions: " + currencies.keySet());
    Optional<String> specCode =
        entry.word("spec_code", known(specCodes), "the products: " + specCodes);
    Optional<Period> period = entry.word("period", Period::of, "hour, month, year");
    Optional<BigDecimal> amount = entry.decimal("amount");
    Optional<Instant> from = entry.moment("from");
    Optional<Instant> until = entry.has("until") ? entry.moment("until") : Optional.empty();
    if (region.isEmpty()
        || specCode.isEmpty()
        || period.isEmpty()
        || amount.isEmpty()
        || from.isEmpty()) {
      return;
    }
    CurrencyUnit currency = currencies.get(region.get());
    amount(entry, period.get(), amount.get(), currency);
    interval(entry, from.get(), until.orElse(null));
    read.add(
        new Read(
            entry,
            new Price(
                region.get(),
                specCode.get(),
                period.get(),
                Money.of(amount.get(), currency),
                from.get(),
                until.orElse(null))));
  }

  /** Notes each price that holds while another one of the same thing does. */
  void check() {
    for (int i = 0; i < read.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(read.get(i).price(), read.get(j).price())) {
          read.get(i)
              .entry()
              .fault(
                  "from",
                  "the price overlaps with "
                      + read.get(j).entry().path("from")
                      + "; let one end where the other begins");
        }
      }
    }
  }

  private static Function<String, Optional<String>> known(Collection<String> words) {
    return word -> words.contains(word) ? Optional.of(word) : Optional.empty();
  }

  private static void amount(Entry entry, Period period, BigDecimal amount, CurrencyUnit currency) {
    int most = period.prePaid() ? currency.getDefaultFractionDigits() : MOST_DECIMALS;
    if (amount.signum() < 0) {
      entry.fault("amount", amount.toPlainString() + " is negative; write zero or more");
    }
    if (amount.scale() > most) {
      entry.fault(
          "amount",
          amount.toPlainString()
              + " has more decimals than a price in "
              + currency.getCurrencyCode()
              + " per "
              + period.word()
              + " may have; write at most "
              + most);
    }
  }

  private static void interval(Entry entry, Instant from, Instant until) {
    if (until != null && !from.isBefore(until)) {
      entry.fault("until", "the price would never hold; write a moment after from");
    }
    if (!fullHour(from) || until != null && !fullHour(until)) {
      entry.fault(
          fullHour(from) ? "until" : "from", "an hour has one price; write the begin of an hour");
    }
  }

  private static boolean fullHour(Instant moment) {
    return moment.equals(moment.truncatedTo(ChronoUnit.HOURS));
  }

  private static boolean overlap(Price one, Price other) {
    return one.region().equals(other.region())
        && one.specCode().equals(other.specCode())
        && one.period() == other.period()
        && (other.until() == null || one.from().isBefore(other.until()))
        && (one.until() == null || other.from().isBefore(one.until()));
  }
}
