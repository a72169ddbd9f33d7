package io.coffer.policy.calendar;

/** What a pattern's interval counts. */
enum Frequency {
  DAILY,
  WEEKLY
}
