package io.coffer.billing.product;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a vault is charged where it is paid per use. */
public enum Measure {
  /** The capacity that its owner chose. */
  PROVISIONED,
  /** The bytes that are stored. */
  USED;

  /** The measure of this word in a file. */
  static Optional<Measure> of(String word) {
    return Arrays.stream(values())
        .filter(measure -> measure.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
