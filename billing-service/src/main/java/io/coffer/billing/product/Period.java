package io.coffer.billing.product;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a price is for: an hour of use, or a month or a year that is paid in advance. */
public enum Period {
  HOUR,
  MONTH,
  YEAR;

  /** The word in requests, answers and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is paid before it begins. */
  public boolean prePaid() {
    return this != HOUR;
  }

  /** The period of this word. */
  public static Optional<Period> of(String word) {
    return Arrays.stream(values()).filter(period -> period.word().equals(word)).findFirst();
  }
}
