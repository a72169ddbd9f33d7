package io.coffer.messaging.envelope;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it came, before anybody knows what it means. */
public record Incoming(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] value) {

  /** The record that a consumer polled. */
  public static Incoming of(ConsumerRecord<String, byte[]> polled) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : polled.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return new Incoming(
        polled.topic(), polled.partition(), polled.offset(), polled.key(), headers, polled.value());
  }

  /** Where it stands, for people. */
  public String place() {
    return topic + "/" + partition + "@" + offset;
  }

  private static String text(byte[] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }
}
