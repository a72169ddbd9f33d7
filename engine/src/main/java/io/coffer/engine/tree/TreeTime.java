package io.coffer.engine.tree;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as trees have them: RFC 3339 with up to nine decimals. Written by hand, since a tree has
 * three for every file and the formatters of the JDK would take most of the time.
 */
public final class TreeTime {
  private static final int LAST_YEAR = 9999;

  private TreeTime() {}

  /**
   * The time itself, if the format can write it: its years have four digits, its offsets no
   * seconds. Else what the stock tool makes of it: the same day of the first or last year.
   */
  public static OffsetDateTime writable(OffsetDateTime time) {
    int odd = time.getOffset().getTotalSeconds() % 60;
    OffsetDateTime even =
        odd == 0
            ? time
            : time.withOffsetSameInstant(
                ZoneOffset.ofTotalSeconds(time.getOffset().getTotalSeconds() - odd));
    int year = Math.max(0, Math.min(LAST_YEAR, even.getYear()));
    if (year == even.getYear()) {
      return even;
    }
    OffsetDateTime moved = even.withYear(year);
    boolean noLeapDay = moved.getDayOfMonth() != even.getDayOfMonth();
    return noLeapDay ? moved.plusDays(1) : moved;
  }

  /** Writes a time, as {@link #writable} has it. */
  public static void append(StringBuilder out, OffsetDateTime any) {
    OffsetDateTime time = writable(any);
    digits(out, time.getYear(), 4);
    digits(out.append('-'), time.getMonthValue(), 2);
    digits(out.append('-'), time.getDayOfMonth(), 2);
    digits(out.append('T'), time.getHour(), 2);
    digits(out.append(':'), time.getMinute(), 2);
    digits(out.append(':'), time.getSecond(), 2);
    int nano = time.getNano();
    if (nano != 0) {
      int places = 9;
      while (nano % 10 == 0) {
        nano /= 10;
        places--;
      }
      digits(out.append('.'), nano, places);
    }
    int offset = time.getOffset().getTotalSeconds() / 60;
    if (offset == 0) {
      out.append('Z');
    } else {
      int minutes = Math.abs(offset);
      digits(out.append(offset < 0 ? '-' : '+'), minutes / 60, 2);
      digits(out.append(':'), minutes % 60, 2);
    }
  }

  /**
   * @throws DateTimeException if the text is not a time
   */
  static OffsetDateTime parse(String text) {
    if (!text.endsWith("Z") || text.length() < 20 || text.charAt(10) != 'T') {
      return OffsetDateTime.parse(text);
    }
    int nano = 0;
    int end = text.length() - 1;
    if (end > 19) {
      nano = number(text, 20, end);
      for (int places = end - 20; places < 9; places++) {
        nano *= 10;
      }
    }
    return OffsetDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        nano,
        ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || to - from > 9) {
        throw new DateTimeException("not a time: " + text);
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static void digits(StringBuilder out, int value, int count) {
    int divisor = 1;
    for (int i = 1; i < count; i++) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.append((char) ('0' + value / divisor % 10));
    }
  }
}
