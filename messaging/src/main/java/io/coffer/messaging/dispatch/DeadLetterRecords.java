package io.coffer.messaging.dispatch;

import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.outbox.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record that nobody can process, with the reason, on its way to where people look at it. */
public final class DeadLetterRecords {

  private static final String NOBODY = "unknown";
  private static final int KEPT_BYTES = Outgoing.MAX_BYTES;
  private static final int KEPT_NAME = 255;
  private static final int KEPT_VALUE = 1_024;
  private static final int KEPT_HEADERS = Outgoing.MAX_HEADER_CHARACTERS / 2;

  private DeadLetterRecords() {}

  /**
   * The record as it came, the reason and the place added; cut where it would not fit into one.
   * Never fails.
   */
  public static Outgoing of(Incoming incoming, String reason) {
    Map<String, String> headers = kept(incoming.headers());
    headers.put("dlq-reason", kept(String.valueOf(reason), KEPT_VALUE));
    headers.put("dlq-topic", incoming.topic());
    headers.put("dlq-partition", Integer.toString(incoming.partition()));
    headers.put("dlq-offset", Long.toString(incoming.offset()));
    return new Outgoing(
        project(incoming), incoming.topic() + ".dlq", project(incoming), headers, value(incoming));
  }

  /** The project that its key names, in a form that the database can hold. */
  static String project(Incoming incoming) {
    String key = incoming.key();
    return key == null || key.isBlank() ? NOBODY : kept(key, KEPT_NAME);
  }

  private static Map<String, String> kept(Map<String, String> headers) {
    Map<String, String> kept = new LinkedHashMap<>();
    int characters = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = kept(header.getKey(), KEPT_NAME);
      String value = kept(header.getValue(), KEPT_VALUE);
      characters += name.length() + value.length();
      if (characters > KEPT_HEADERS) {
        break;
      }
      kept.put(name, value);
    }
    return kept;
  }

  private static byte[] value(Incoming incoming) {
    byte[] value = incoming.value() == null ? new byte[0] : incoming.value();
    return value.length <= KEPT_BYTES ? value : java.util.Arrays.copyOf(value, KEPT_BYTES);
  }

  private static String kept(String text, int most) {
    return text.substring(0, Math.min(text.length(), most)).replace('\0', '\uFFFD');
  }
}
