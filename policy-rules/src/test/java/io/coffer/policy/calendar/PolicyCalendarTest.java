package io.coffer.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCalendarTest {

  private static final String CREATED = "2024-05-01T08:00:00Z"; // a Wednesday

  @Test
  void firesOnTheDayOfCreationWhereItsTimeIsStillToCome() {
    assertThat(fires("UTC", CREATED, 3, "FREQ=DAILY;INTERVAL=5;BYHOUR=9"))
        .containsExactly("2024-05-01T09:00:00Z", "2024-05-06T09:00:00Z", "2024-05-11T09:00:00Z");
  }

  @Test
  void firesOneIntervalLaterWhereTheTimeOfThatDayHasPassed() {
    assertThat(fires("UTC", CREATED, 2, "FREQ=DAILY;INTERVAL=5;BYHOUR=7"))
        .containsExactly("2024-05-06T07:00:00Z", "2024-05-11T07:00:00Z");
  }

  @Test
  void firesAtTheInstantOfItsCreation() {
    assertThat(fires("UTC", CREATED, 1, "FREQ=DAILY;INTERVAL=5;BYHOUR=8")).containsExactly(CREATED);
    assertThat(fires("UTC", "2024-05-01T08:00:00.001Z", 1, "FREQ=DAILY;INTERVAL=5;BYHOUR=8"))
        .containsExactly("2024-05-06T08:00:00Z");
  }

  @Test
  void countsWeeksFromTheMondayOfTheWeekOfCreation() {
    assertThat(fires("UTC", CREATED, 4, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;BYHOUR=3"))
        .containsExactly(
            "2024-05-05T03:00:00Z",
            "2024-05-13T03:00:00Z",
            "2024-05-19T03:00:00Z",
            "2024-05-27T03:00:00Z");
  }

  @Test
  void firesOnDaysThatIntervalAndWeekdayBothName() {
    assertThat(fires("UTC", CREATED, 2, "FREQ=DAILY;INTERVAL=2;BYDAY=FR,SA;BYHOUR=1"))
        .containsExactly("2024-05-03T01:00:00Z", "2024-05-11T01:00:00Z");
  }

  @Test
  void takesTheFiresOfAllPatternsInTheirOrder() {
    assertThat(fires("UTC", CREATED, 4, "FREQ=DAILY;BYHOUR=22", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=4,22"))
        .containsExactly(
            "2024-05-01T22:00:00Z",
            "2024-05-02T04:00:00Z",
            "2024-05-02T22:00:00Z",
            "2024-05-03T22:00:00Z");
  }

  @Test
  void tellsTheNextFireAfterAnInstantAndTheFirstFromIt() {
    PolicyCalendar calendar = calendar("UTC", CREATED, "FREQ=DAILY;BYHOUR=9");
    Instant fire = Instant.parse("2024-06-01T09:00:00Z");
    assertThat(calendar.firstFrom(fire)).isEqualTo(fire);
    assertThat(calendar.nextAfter(fire)).isEqualTo("2024-06-02T09:00:00Z");
    assertThat(calendar.nextAfter(fire.minusNanos(1))).isEqualTo(fire);
  }

  @Test
  void hasAWindowThatIsOpenAtItsEndAndNoLongerThanAskedFor() {
    PolicyCalendar calendar = calendar("UTC", CREATED, "FREQ=DAILY;BYHOUR=9");
    Instant from = Instant.parse("2024-06-01T09:00:00Z");
    Instant to = Instant.parse("2024-06-03T09:00:00Z");
    assertThat(calendar.within(from, to, 9)).containsExactly(from, from.plusSeconds(86_400));
    assertThat(calendar.within(from, to, 1)).containsExactly(from);
    assertThat(calendar.within(from, from, 9)).isEmpty();
  }

  @Test
  void doesNotMoveWithTheSeasonsInUtc() {
    assertThat(fires("UTC", "2024-03-30T00:00:00Z", 3, "FREQ=DAILY;BYHOUR=2;BYMINUTE=30"))
        .containsExactly("2024-03-30T02:30:00Z", "2024-03-31T02:30:00Z", "2024-04-01T02:30:00Z");
  }

  @Test
  void readsTheClockOfAZone() {
    assertThat(fires("Asia/Shanghai", CREATED, 1, "FREQ=WEEKLY;BYDAY=MO;BYHOUR=6"))
        .containsExactly("2024-05-05T22:00:00Z");
  }

  @Test
  void countsDaysFromTheDayOfCreationInTheZone() {
    assertThat(fires("Asia/Shanghai", "2024-05-01T20:00:00Z", 2, "FREQ=DAILY;INTERVAL=2;BYHOUR=9"))
        .containsExactly("2024-05-02T01:00:00Z", "2024-05-04T01:00:00Z");
  }

  @Test
  void firesOnceWhereTheClockGoesOnWhenItSkipsAnHour() {
    assertThat(fires("Europe/Berlin", "2024-03-30T12:00:00Z", 2, "FREQ=DAILY;BYHOUR=2;BYMINUTE=30"))
        .containsExactly("2024-03-31T01:00:00Z", "2024-04-01T00:30:00Z");
    assertThat(fires("Europe/Berlin", "2024-03-30T12:00:00Z", 3, "FREQ=DAILY;BYHOUR=2,3"))
        .containsExactly("2024-03-31T01:00:00Z", "2024-04-01T00:00:00Z", "2024-04-01T01:00:00Z");
  }

  @Test
  void firesOnTheFirstPassOnlyWhenTheClockRepeatsAnHour() {
    assertThat(fires("Europe/Berlin", "2024-10-26T12:00:00Z", 2, "FREQ=DAILY;BYHOUR=2;BYMINUTE=30"))
        .containsExactly("2024-10-27T00:30:00Z", "2024-10-28T01:30:00Z");
    PolicyCalendar calendar =
        calendar("Europe/Berlin", "2024-10-26T12:00:00Z", "FREQ=DAILY;BYHOUR=2;BYMINUTE=30");
    assertThat(calendar.firstFrom(Instant.parse("2024-10-27T01:10:00Z")))
        .isEqualTo("2024-10-28T01:30:00Z");
  }

  @Test
  void findsTheNextFireInAFewMicroseconds() {
    PolicyCalendar calendar =
        calendar("UTC", "2014-05-01T08:00:00Z", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;BYHOUR=3,15");
    Instant from = Instant.parse("2024-05-01T08:00:00Z");
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        calendar.nextAfter(from.plusSeconds(60L * i));
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    assertThat(best / 1_000).as("ns for one query").isLessThan(20_000);
  }

  private static List<String> fires(String zone, String createdAt, int number, String... patterns) {
    return calendar(zone, createdAt, patterns).within(Instant.MIN, Instant.MAX, number).stream()
        .map(Instant::toString)
        .toList();
  }

  private static PolicyCalendar calendar(String zone, String createdAt, String... patterns) {
    return Schedule.parse("pattern", List.of(patterns), ZoneId.of(zone))
        .since(Instant.parse(createdAt));
  }
}
