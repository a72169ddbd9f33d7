package io.coffer.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.outbox.Outgoing;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterRecordsTest {

  @Test
  void keepsTheRecordAndSaysWhereItStoodAndWhy() {
    byte[] value = {1, 2, 3};
    Outgoing dead =
        DeadLetterRecords.of(
            new Incoming("vault-commands", 2, 17, "p", Map.of("ce_id", "x"), value), "why");
    assertThat(dead.topic()).isEqualTo("vault-commands.dlq");
    assertThat(dead.key()).isEqualTo("p");
    assertThat(dead.payload()).isEqualTo(value);
    assertThat(dead.headers())
        .containsEntry("ce_id", "x")
        .containsEntry("dlq-reason", "why")
        .containsEntry("dlq-topic", "vault-commands")
        .containsEntry("dlq-partition", "2")
        .containsEntry("dlq-offset", "17");
  }

  @Test
  void takesARecordWithoutKeyOrValue() {
    Outgoing dead = DeadLetterRecords.of(new Incoming("t", 0, 0, null, Map.of(), null), "why");
    assertThat(dead.key()).isEqualTo("unknown");
    assertThat(dead.payload()).isEmpty();
  }

  @Test
  void keepsOutWhatADatabaseCannotHold() {
    Outgoing dead =
        DeadLetterRecords.of(new Incoming("t", 0, 0, "a\0b", Map.of("h\0", "\0"), null), "\0");
    assertThat(dead.project()).doesNotContain("\0");
    assertThat(String.join("", dead.headers().keySet()) + String.join("", dead.headers().values()))
        .doesNotContain("\0");
  }

  @Test
  void cutsWhatWouldNotFitIntoARecord() {
    byte[] huge = new byte[Outgoing.MAX_BYTES + 1];
    assertThat(DeadLetterRecords.of(new Incoming("t", 0, 0, "p", Map.of(), huge), "why").payload())
        .hasSize(Outgoing.MAX_BYTES);
  }

  @Test
  void keepsHeadersOfAnySizeAndNumberWithinARecord() {
    Map<String, String> many = new java.util.HashMap<>();
    many.put("n".repeat(100_000), "v".repeat(3_000_000));
    for (int i = 0; i < 10_000; i++) {
      many.put("h" + i, "v".repeat(i % 50));
    }
    Incoming incoming = new Incoming("t", 3, 4, "k".repeat(3_000_000), many, null);
    Outgoing dead = DeadLetterRecords.of(incoming, "r".repeat(3_000_000));
    assertThat(dead.headers()).containsEntry("dlq-partition", "3").containsEntry("dlq-offset", "4");
  }
}
