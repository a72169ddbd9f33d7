package io.coffer.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.policy.InvalidPolicyException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final String FIELD = "policy.trigger.properties.pattern";

  @Test
  void takesOnePointInEachHourOfADay() {
    List<String> hourly =
        IntStream.range(0, 24).mapToObj(hour -> "FREQ=DAILY;BYHOUR=" + hour).toList();
    assertThatCode(() -> parse(hourly)).doesNotThrowAnyException();
  }

  @Test
  void refusesNoPatternAndMoreThanTwentyFour() {
    refused("must have 1 to 24 patterns.", null);
    refused("must have 1 to 24 patterns.", List.of());
    refused("must have 1 to 24 patterns.", Collections.nCopies(25, "FREQ=DAILY;BYHOUR=1"));
  }

  @Test
  void namesThePatternThatIsWrong() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> parse(Arrays.asList("FREQ=DAILY;BYHOUR=1", null)))
        .withMessage(FIELD + "[1] must be a text.");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> parse(List.of("FREQ=DAILY;BYHOUR=1", "FREQ=DAILY")))
        .withMessage(FIELD + "[1] must have BYHOUR.");
  }

  @Test
  void refusesMoreThanTwentyFourPointsInADay() {
    refused(
        "must have at most 24 time points in a day.",
        List.of("FREQ=WEEKLY;BYDAY=SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,30"));
  }

  @Test
  void refusesPointsNearerThanAnHour() {
    refused(
        "must leave at least 1 hour between two time points: 01:00 and 01:59 are nearer.",
        List.of("FREQ=DAILY;BYHOUR=1", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=1;BYMINUTE=59"));
    accepted("FREQ=DAILY;BYHOUR=1", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=2;BYMINUTE=0");
  }

  @Test
  void seesTheWeekAsACircle() {
    refused(
        "must leave at least 1 hour between two time points: 23:30 and 00:10 are nearer.",
        List.of(
            "FREQ=WEEKLY;BYDAY=SU;BYHOUR=23;BYMINUTE=30",
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=0;BYMINUTE=10"));
    accepted(
        "FREQ=WEEKLY;BYDAY=SU;BYHOUR=23;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=0;BYMINUTE=30");
    accepted(
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=23;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=0;BYMINUTE=10");
  }

  @Test
  void doesNotLookAtIntervals() {
    refused(
        "must leave at least 1 hour between two time points: 01:00 and 01:30 are nearer.",
        List.of(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=1",
            "FREQ=DAILY;INTERVAL=3;BYHOUR=1;BYMINUTE=30"));
  }

  @Test
  void takesAPointThatTwoPatternsNameForOne() {
    accepted("FREQ=DAILY;BYHOUR=1", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=1;BYMINUTE=0");
  }

  @Test
  void readsTheClockOfAZoneThatIsNamed() {
    assertThat(Schedule.zone("x", "Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(Schedule.zone("x", null)).isEqualTo(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "UTC+08:00", "+08:00", "europe/berlin", "CEST"})
  void refusesAZoneThatNobodyKnows(String name) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Schedule.zone("policy.x_schedule_timezone", name))
        .withMessage("policy.x_schedule_timezone must name a time zone of the IANA database.");
  }

  private static void accepted(String... texts) {
    assertThatCode(() -> parse(List.of(texts))).doesNotThrowAnyException();
  }

  private static void refused(String rest, List<String> texts) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> parse(texts))
        .withMessage(FIELD + " " + rest);
  }

  private static Schedule parse(List<String> texts) {
    return Schedule.parse(FIELD, texts, ZoneOffset.UTC);
  }
}
