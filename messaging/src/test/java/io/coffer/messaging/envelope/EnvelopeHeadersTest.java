package io.coffer.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeHeadersTest {

  private static final Envelope FULL =
      new Envelope(
          UUID.fromString("00000000-0000-4000-8000-000000000001"),
          "coffer.vault.created.v1",
          "vault-service",
          "subject",
          Instant.parse("2026-01-02T03:04:05.678Z"),
          "p",
          7,
          UUID.fromString("00000000-0000-4000-8000-000000000002"),
          "user",
          "req-1",
          "00-trace");

  @Test
  void readsWhatItWrote() {
    assertThat(EnvelopeHeaders.read(EnvelopeHeaders.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void leavesOutWhatIsAbsent() {
    Envelope bare = Envelope.stamped(FULL.id(), "t", "s", FULL.time(), "p", null, null);
    Map<String, String> headers = EnvelopeHeaders.write(bare);
    assertThat(headers)
        .doesNotContainKeys("coffer-seq", "coffer-cause", "coffer-caller", "ce_subject");
    assertThat(EnvelopeHeaders.read(headers)).isEqualTo(bare);
  }

  @Test
  void namesTheHeaderThatIsMissingOrMalformed() {
    Map<String, String> headers = EnvelopeHeaders.write(FULL);
    for (String name :
        new String[] {"ce_id", "ce_type", "ce_source", "ce_time", "coffer-project"}) {
      Map<String, String> without = new java.util.HashMap<>(headers);
      without.remove(name);
      assertThatThrownBy(() -> EnvelopeHeaders.read(without))
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining(name);
    }
    for (String name : new String[] {"ce_id", "ce_time", "coffer-seq", "coffer-cause"}) {
      Map<String, String> broken = new java.util.HashMap<>(headers);
      broken.put(name, "?");
      assertThatThrownBy(() -> EnvelopeHeaders.read(broken))
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining(name);
    }
  }

  /** Each would block its project for ever: in a database, or in the broker on the way out. */
  @Test
  void refusesWhatNoStoreAndNoRecordOfOursCouldHold() {
    for (String name :
        new String[] {"coffer-project", "ce_subject", "coffer-caller", "coffer-request-id"}) {
      for (String value : new String[] {"a\0b", "x".repeat(3_000_000), "é".repeat(600)}) {
        Map<String, String> broken = new java.util.HashMap<>(EnvelopeHeaders.write(FULL));
        broken.put(name, value);
        assertThatThrownBy(() -> EnvelopeHeaders.read(broken))
            .isInstanceOf(UnreadableException.class)
            .hasMessageContaining(name);
      }
    }
    for (String time : new String[] {"+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"}) {
      Map<String, String> broken = new java.util.HashMap<>(EnvelopeHeaders.write(FULL));
      broken.put("ce_time", time);
      assertThatThrownBy(() -> EnvelopeHeaders.read(broken))
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining("ce_time");
    }
  }

  @Test
  void passesOnWhoAskedAndWhenToAnEffect() {
    Envelope effect = FULL.effect("another", new UUID(0, 3), "t", "s", null, 8);
    assertThat(effect.cause()).isEqualTo(FULL.id());
    assertThat(effect.time()).isEqualTo(FULL.time());
    assertThat(effect.caller()).isEqualTo("user");
    assertThat(effect.requestId()).isEqualTo("req-1");
    assertThat(effect.seq()).isEqualTo(8);
  }
}
