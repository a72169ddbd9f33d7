package io.coffer.gateway.submit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C trace context: the client's, or a new one that the id of the request opens. */
final class Trace {

  static final String HEADER = "traceparent";

  private static final Pattern SOUND = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern OWN_REQUEST_ID = Pattern.compile("[0-9a-f]{32}");

  private Trace() {}

  static String parent(String clients, String requestId) {
    if (clients != null && SOUND.matcher(clients).matches()) {
      return clients;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    String trace =
        OWN_REQUEST_ID.matcher(requestId).matches()
            ? requestId
            : hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    return "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-00";
  }
}
