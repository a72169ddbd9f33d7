package io.coffer.policy.retention;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** A long-term tier: the newest backup of each of its buckets stands for the bucket. */
public enum Tier {
  DAY("daily"),
  WEEK("weekly"),
  MONTH("monthly"),
  YEAR("yearly");

  private static final int DAYS_FROM_MONDAY_TO_DAY_ZERO = 3;

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  /** The number of the bucket that a local day is in; later buckets have higher numbers. */
  long bucket(LocalDate day) {
    return switch (this) {
      case DAY -> day.toEpochDay();
      case WEEK -> Math.floorDiv(day.toEpochDay() + DAYS_FROM_MONDAY_TO_DAY_ZERO, 7L);
      case MONTH -> day.getLong(ChronoField.PROLEPTIC_MONTH);
      case YEAR -> day.getYear();
    };
  }

  /** The day after the last one of the bucket that a local day is in. */
  LocalDate end(LocalDate day) {
    return switch (this) {
      case DAY -> day.plusDays(1);
      case WEEK -> day.plusDays(8L - day.getDayOfWeek().getValue());
      case MONTH -> day.withDayOfMonth(1).plusMonths(1);
      case YEAR -> LocalDate.of(day.getYear() + 1, 1, 1);
    };
  }

  String word() {
    return word;
  }
}
