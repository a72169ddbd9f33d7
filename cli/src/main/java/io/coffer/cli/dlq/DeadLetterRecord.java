package io.coffer.cli.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** One record that nobody could process. */
record DeadLetterRecord(ConsumerRecord<byte[], byte[]> record) {

  private static final String OWN_HEADERS = "dlq-";
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** Where it lies: {@code topic/partition/offset} of the dead letter topic. */
  String place() {
    return record.topic() + "/" + record.partition() + "/" + record.offset();
  }

  String originalTopic() {
    return header("dlq-topic");
  }

  /** Where it was when it could not be processed. */
  String origin() {
    return originalTopic() + "/" + header("dlq-partition") + "/" + header("dlq-offset");
  }

  /** What it is the letter of, whoever wrote it: where the record stood, and what it held. */
  String identity() {
    return origin() + "#" + Arrays.hashCode(record.value());
  }

  String reason() {
    return header("dlq-reason");
  }

  String type() {
    return header("ce_type");
  }

  String key() {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  Instant since() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** Whether it says where it came from, and so can go back; anybody may write to its topic. */
  boolean canGoBack() {
    return TOPIC.matcher(originalTopic()).matches() && !originalTopic().equals(record.topic());
  }

  /** The record as it was first sent. */
  ProducerRecord<byte[], byte[]> again() {
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(originalTopic(), record.key(), record.value());
    for (Header header : record.headers()) {
      if (!header.key().startsWith(OWN_HEADERS)) {
        again.headers().add(header);
      }
    }
    return again;
  }

  private String header(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
