package io.coffer.gateway.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as identity routes show them: six digits of a second and a Z. */
public final class IdentityTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private IdentityTime() {}

  public static String format(Instant time) {
    return FORMAT.format(time);
  }
}
