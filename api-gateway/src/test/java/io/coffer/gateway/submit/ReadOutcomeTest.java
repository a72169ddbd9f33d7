package io.coffer.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.messaging.envelope.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadOutcomeTest {

  private static final String ID = UUID.randomUUID().toString();

  @Test
  void readsAnOutcomeWithoutABody() {
    ReadOutcome read = ReadOutcome.of(record(ID, "204"));
    assertThat(read.command()).isEqualTo(UUID.fromString(ID));
    assertThat(read.answer().status()).isEqualTo(204);
    assertThat(read.answer().body()).isEmpty();
  }

  @Test
  void refusesWhatIsNoOutcomeAndNamesWhy() {
    String[][] broken = {
      {null, "200"},
      {ID, null},
      {"", "200"},
      {"no id", "200"},
      {ID, ""},
      {ID, "many"},
      {ID, "0"},
      {ID, "-200"},
      {ID, "600"},
      {ID, "99999999999"},
      {"\0", "\0"}
    };
    for (String[] headers : broken) {
      assertThatThrownBy(() -> ReadOutcome.of(record(headers[0], headers[1])))
          .isInstanceOf(UnreadableException.class)
          .hasMessageMatching("(?s)(header .+ is missing|no outcome: command .*, status .*)");
    }
    assertThatThrownBy(() -> ReadOutcome.of(new ConsumerRecord<>("outcomes", 0, 0, null, null)))
        .isInstanceOf(UnreadableException.class);
  }

  private static ConsumerRecord<String, byte[]> record(String command, String status) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("outcomes", 0, 0, "p", null);
    record.headers().add("ce_subject", bytes(command));
    record.headers().add("coffer-status", bytes(status));
    return record;
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
