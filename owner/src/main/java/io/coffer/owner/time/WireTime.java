package io.coffer.owner.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the API writes times. */
public final class WireTime {

  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ZULU =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private WireTime() {}

  /** {@code 2026-01-01T00:00:00.000+00:00}; null for null. */
  public static String offset(Instant time) {
    return time == null ? null : OFFSET.format(time);
  }

  /**
   * {@code 2026-01-01T00:00:00.000Z}; null for null. For the one field that the vendor's Java
   * client reads as a local date: it refuses a numeric offset.
   */
  public static String zulu(Instant time) {
    return time == null ? null : ZULU.format(time);
  }
}
