package io.coffer.worker.rendering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as clouds write them. */
public final class CloudTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Block storage names no zone, and its clients take none. */
  private static final DateTimeFormatter OF_VOLUMES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CloudTime() {}

  public static String of(Instant instant) {
    return FORM.format(instant);
  }

  static String ofVolume(Instant instant) {
    return OF_VOLUMES.format(instant);
  }
}
