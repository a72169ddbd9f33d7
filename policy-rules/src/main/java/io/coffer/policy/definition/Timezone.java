package io.coffer.policy.definition;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code timezone} of a policy: {@code UTC+08:00}, {@code UTC +08:00} or {@code UTC}. It is a
 * fixed offset, with no summer time, and says only where days, weeks, months and years begin.
 */
final class Timezone {

  private static final Pattern FORM =
      Pattern.compile("UTC(?: ?(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-5][0-9]))?");
  private static final int WEST_END = -12 * 60;
  private static final int EAST_END = 14 * 60;

  private Timezone() {}

  /** The offset, where the text has one of the forms and lies between -12:00 and +14:00. */
  static Optional<ZoneOffset> offset(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group("sign") == null) {
      return Optional.of(ZoneOffset.UTC);
    }
    int minutes =
        Integer.parseInt(matcher.group("hours")) * 60 + Integer.parseInt(matcher.group("minutes"));
    int signed = matcher.group("sign").equals("-") ? -minutes : minutes;
    return signed < WEST_END || signed > EAST_END
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(signed * 60));
  }
}
