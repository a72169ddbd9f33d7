package io.coffer.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {

  @Test
  void isTheSameWhoeverWroteItAndAnotherForAnotherRecord() {
    DeadLetterRecord first = letter(1, "vault-events", "3", "value");
    assertThat(letter(2, "vault-events", "3", "value").identity()).isEqualTo(first.identity());
    assertThat(letter(2, "vault-events", "4", "value").identity()).isNotEqualTo(first.identity());
    assertThat(letter(2, "vault-events", "3", "other").identity()).isNotEqualTo(first.identity());
    assertThat(letter(2, "task-events", "3", "value").identity()).isNotEqualTo(first.identity());
  }

  @Test
  void goesBackOnlyWhereItSaysThatItCameFrom() {
    assertThat(letter(0, "vault-events", "3", "value").canGoBack()).isTrue();
    for (String topic : new String[] {null, "", "no topic", "\0", "vault-events.dlq", "../x"}) {
      assertThat(letter(0, topic, "3", "value").canGoBack()).as("%s", topic).isFalse();
    }
  }

  private static DeadLetterRecord letter(long offset, String topic, String from, String value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("vault-events.dlq", 0, offset, null, bytes(value));
    record.headers().add("dlq-topic", bytes(topic));
    record.headers().add("dlq-partition", bytes("0"));
    record.headers().add("dlq-offset", bytes(from));
    return new DeadLetterRecord(record);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
