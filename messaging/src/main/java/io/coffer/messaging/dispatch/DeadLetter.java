package io.coffer.messaging.dispatch;

import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.outbox.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record that nobody can process, with the reason, on its way to where people look at it. */
final class DeadLetter {

  private static final String NOBODY = "unknown";
  private static final int KEPT_BYTES = Outgoing.MAX_BYTES;

  private DeadLetter() {}

  /** The record as it came, its headers kept and the reason and the place added. */
  static Outgoing of(Incoming incoming, String reason) {
    Map<String, String> headers = new LinkedHashMap<>();
    incoming.headers().forEach((name, value) -> headers.put(clean(name), clean(value)));
    headers.put("dlq-reason", clean(reason));
    headers.put("dlq-topic", incoming.topic());
    headers.put("dlq-partition", Integer.toString(incoming.partition()));
    headers.put("dlq-offset", Long.toString(incoming.offset()));
    return new Outgoing(
        project(incoming), incoming.topic() + ".dlq", project(incoming), headers, value(incoming));
  }

  /** The project that its key names, in a form that the database can hold. */
  static String project(Incoming incoming) {
    String key = incoming.key();
    return key == null || key.isBlank()
        ? NOBODY
        : clean(key.substring(0, Math.min(key.length(), 255)));
  }

  private static byte[] value(Incoming incoming) {
    byte[] value = incoming.value() == null ? new byte[0] : incoming.value();
    return value.length <= KEPT_BYTES ? value : java.util.Arrays.copyOf(value, KEPT_BYTES);
  }

  private static String clean(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
