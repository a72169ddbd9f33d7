package io.coffer.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 31.00",
    "2026-03-01T00:00:01Z, 30.00",
    "2026-03-16T00:00:00Z, 16.00",
    "2026-03-31T12:00:00Z, 0.00",
    "2026-05-01T00:00:00Z, 0.00"
  })
  void paysBackWholeDaysThatAreLeft(Instant now, String left) {
    assertThat(text(march("31.00").left(now))).isEqualTo(left);
  }

  @Test
  void paysBackWhatAChangeCostForTheDaysThatItWasPaidFor() {
    Instant middle = Instant.parse("2026-03-16T00:00:00Z");
    Subscription larger = Subscriptions.resized(march("31.00"), middle, "16.00");
    assertThat(text(larger.left(middle))).isEqualTo("32.00");
    Subscription smaller = Subscriptions.resized(march("31.00"), middle, "-15.00");
    assertThat(text(smaller.left(middle))).isEqualTo("1.00");
    assertThat(text(smaller.left(middle.plus(8, ChronoUnit.DAYS)))).isEqualTo("0.50");
  }

  @Test
  void paysBackTermsThatHaveNotBegunWhole() {
    Subscription ahead = Subscriptions.renewed(march("31.00"), "month", 1, "40.00");
    assertThat(text(ahead.left(Instant.parse("2026-03-16T00:00:00Z")))).isEqualTo("56.00");
    assertThat(text(ahead.left(Instant.parse("2026-04-16T00:00:00Z")))).isEqualTo("20.00");
  }

  @Test
  void neverPaysBackMoreThanWasPaid() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Subscription one = march(random.nextInt(1_000) + "." + (10 + random.nextInt(90)));
      Instant now = MARCH;
      for (int change = 0; change < 4; change++) {
        now = now.plus(random.nextInt(10), ChronoUnit.DAYS);
        Money back = Amounts.part(one.left(now), random.nextInt(101), 100).negate();
        one = Subscriptions.resized(one, now, text(back));
        assertThat(one.left(now).isNegative()).isFalse();
        assertThat(one.left(now)).isLessThanOrEqualTo(one.cost());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00:00Z, month, 1, '2026-02-28 2026-03-31 2026-04-30 2026-05-31'",
    "2024-02-29T10:00:00Z, year, 1, '2025-02-28 2026-02-28 2027-02-28 2028-02-29'",
    "2023-12-30T10:00:00Z, month, 2, '2024-02-29 2024-04-30 2024-06-30 2024-08-30'"
  })
  void renewsToTheDayOnWhichItBegan(Instant start, String type, int number, String ends) {
    Subscription one = Subscriptions.bought(line(type, number), "17.00", start);
    StringBuilder found = new StringBuilder(day(one));
    for (int i = 0; i < 3; i++) {
      one = Subscriptions.renewed(one, type, number, "17.00");
      found.append(' ').append(day(one));
    }
    assertThat(found).hasToString(ends);
  }

  @Test
  void countsMonthsAndYearsTogether() {
    Subscription one =
        Subscriptions.bought(line("month", 1), "17.00", Instant.parse("2024-01-31T10:00:00Z"));
    one = Subscriptions.renewed(one, "year", 1, "170.00");
    assertThat(day(one)).isEqualTo("2025-02-28");
    assertThat(day(Subscriptions.renewed(one, "month", 1, "17.00"))).isEqualTo("2025-03-31");
  }

  @Test
  void keepsTheDayOnWhichItBeganHoweverManyTermsOfWhateverLengthFollow() {
    Random random = new Random(11);
    for (LocalDate anchor = LocalDate.parse("2023-01-01");
        anchor.isBefore(LocalDate.parse("2025-01-01"));
        anchor = anchor.plusDays(1)) {
      Subscription one = bought(anchor, 1);
      int months = 1;
      for (int i = 0; i < 24; i++) {
        boolean isYear = random.nextInt(6) == 0;
        int number = 1 + random.nextInt(isYear ? 3 : 9);
        Instant before = one.term().end();
        one = Subscriptions.renewed(one, isYear ? "year" : "month", number, "17.00");
        months += isYear ? 12 * number : number;
        YearMonth last = YearMonth.from(anchor).plusMonths(months);
        LocalDate end = last.atDay(Math.min(anchor.getDayOfMonth(), last.lengthOfMonth()));
        assertThat(day(one)).as("%s and %d months", anchor, months).isEqualTo(end.toString());
        Span term = one.paid().get(one.paid().size() - 1);
        assertThat(term.from()).isEqualTo(before);
        assertThat(term.until()).isEqualTo(one.term().end());
        if (random.nextBoolean()) {
          one = Subscriptions.resized(one, before, "3.00");
        }
      }
    }
  }

  private static Subscription bought(LocalDate day, int months) {
    return Subscriptions.bought(
        line("month", months), "17.00", day.atTime(10, 0).toInstant(ZoneOffset.UTC));
  }

  private static Subscription march(String paid) {
    return Subscriptions.bought(line("month", 1), paid, MARCH);
  }

  private static String day(Subscription one) {
    return one.term().end().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String text(Money money) {
    return Amounts.wire(money).value();
  }

  private static OrderLine line(String type, int number) {
    return new OrderLine(
        new UUID(1, 1), "p", "r", "s", "t", "n", "c", 10, type, number, false, null, null);
  }
}
