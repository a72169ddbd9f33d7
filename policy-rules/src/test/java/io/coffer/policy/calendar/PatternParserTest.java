package io.coffer.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.contracts.CbrError;
import io.coffer.policy.InvalidPolicyException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternParserTest {

  @Test
  void understandsWeekdaysAndTimes() {
    assertThat(parse("FREQ=WEEKLY;BYDAY=MO,SU;BYHOUR=20;BYMINUTE=05"))
        .isEqualTo(
            new Pattern(
                Frequency.WEEKLY, 1, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), List.of(1205)));
  }

  @Test
  void takesEveryDayAndTheFullHourWhereNothingIsSaid() {
    assertThat(parse("FREQ=DAILY;INTERVAL=5;BYHOUR=0"))
        .isEqualTo(new Pattern(Frequency.DAILY, 5, Set.of(DayOfWeek.values()), List.of(0)));
  }

  @Test
  void ordersTimesAndTakesOnesThatAreNamedTwiceOnce() {
    assertThat(parse("FREQ=DAILY;BYHOUR=14,2,14;BYMINUTE=30,0").minutes())
        .containsExactly(120, 150, 840, 870);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYMINUTE=0;BYHOUR=1;FREQ=DAILY",
        "freq=daily;byhour=01;byminute=00",
        "FREQ=DAILY;INTERVAL=1;BYHOUR=1;BYDAY=MO,TU,WE,TH,FR,SA,SU",
      })
  void doesNotCareForOrderAndCase(String text) {
    assertThat(parse(text))
        .isEqualTo(new Pattern(Frequency.DAILY, 1, Set.of(DayOfWeek.values()), List.of(60)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=MONTHLY;BYHOUR=1 | must have FREQ=DAILY or FREQ=WEEKLY.",
        "BYHOUR=1 | must have FREQ=DAILY or FREQ=WEEKLY.",
        "FREQ=DAILY;BYHOUR=1;COUNT=3 | may have FREQ, INTERVAL, BYDAY, BYHOUR and BYMINUTE, not COUNT.",
        "FREQ=DAILY;BYHOUR=1; | may have FREQ, INTERVAL, BYDAY, BYHOUR and BYMINUTE, not .",
        "FREQ=DAILY; BYHOUR=1 | may have FREQ, INTERVAL, BYDAY, BYHOUR and BYMINUTE, not  BYHOUR.",
        "FREQ=DAILY;BYHOUR | must have BYHOUR once, with a value.",
        "FREQ=DAILY;BYHOUR=1;BYHOUR=2 | must have BYHOUR once, with a value.",
        "FREQ=DAILY | must have BYHOUR.",
        "FREQ=DAILY;BYHOUR= | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=24 | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=-1 | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=1, | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=001 | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=\u0661 | must have BYHOUR of 0 to 23.",
        "FREQ=DAILY;BYHOUR=1;BYMINUTE=60 | must have BYMINUTE of 0 to 59.",
        "FREQ=DAILY;INTERVAL=0;BYHOUR=1 | must have INTERVAL of 1 to 30.",
        "FREQ=DAILY;INTERVAL=31;BYHOUR=1 | must have INTERVAL of 1 to 30.",
        "FREQ=WEEKLY;BYDAY=MO;INTERVAL=1.5;BYHOUR=1 | must have INTERVAL of 1 to 30.",
        "FREQ=WEEKLY;BYHOUR=1 | must have BYDAY, as FREQ is WEEKLY.",
        "FREQ=WEEKLY;BYDAY=;BYHOUR=1 | must have BYDAY of MO, TU, WE, TH, FR, SA, SU.",
        "FREQ=WEEKLY;BYDAY=1MO;BYHOUR=1 | must have BYDAY of MO, TU, WE, TH, FR, SA, SU.",
        "FREQ=DAILY;INTERVAL=14;BYDAY=MO;BYHOUR=1 | would run on one weekday, that of its creation,"
            + " or never: with BYDAY and INTERVAL=14 FREQ must be WEEKLY.",
      })
  void refusesWhatAPolicyMayNotSay(String text, String rest) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> parse(text))
        .withMessage("policy.trigger.properties.pattern[3] " + rest)
        .extracting(InvalidPolicyException::error)
        .isEqualTo(CbrError.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @CsvSource({"1", "30"})
  void takesIntervalsUpToThirty(int interval) {
    assertThat(parse("FREQ=WEEKLY;BYDAY=MO;BYHOUR=23;BYMINUTE=59;INTERVAL=" + interval))
        .isEqualTo(
            new Pattern(Frequency.WEEKLY, interval, Set.of(DayOfWeek.MONDAY), List.of(1439)));
  }

  @Test
  void takesAWeekOfDaysThatNamesEveryWeekday() {
    assertThat(parse("FREQ=DAILY;INTERVAL=7;BYHOUR=1").interval()).isEqualTo(7);
    assertThat(parse("FREQ=DAILY;INTERVAL=6;BYDAY=MO;BYHOUR=1").interval()).isEqualTo(6);
  }

  private static Pattern parse(String text) {
    return PatternParser.parse("policy.trigger.properties.pattern[3]", text);
  }
}
