package io.coffer.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivedTest {

  private static final String ID = "00000000-0000-4000-8000-000000000001";

  /** About something new, all that a project or account has, or what texts name. */
  private static final Set<String> WITHOUT_IDS =
      Set.of(
          "coffer.vault.create.v1",
          "coffer.vault.update-all.v1",
          "coffer.policy.create.v1",
          "coffer.organization-policy.create.v1",
          "coffer.organization-policy.declare-projects.v1",
          "coffer.account.open.v1",
          "coffer.account.top-up.v1",
          "coffer.order.place.v1",
          "coffer.order.pay.v1",
          "coffer.order.cancel.v1",
          "coffer.subscription.unsubscribe.v1",
          "coffer.subscription.renew.v1",
          "coffer.notice-subscription.create.v1");

  static Stream<String> everyKindThatNamesSomething() {
    return Catalogue.entries().stream()
        .map(Catalogue.Entry::type)
        .filter(type -> !WITHOUT_IDS.contains(type));
  }

  @ParameterizedTest
  @MethodSource("everyKindThatNamesSomething")
  void refusesAMessageThatIsAboutNothing(String type) {
    for (String value : new String[] {"{}", "null", "{\"taskId\":null}", "[]", "7", ""}) {
      assertThatThrownBy(() -> read(type, value)).isInstanceOf(UnreadableException.class);
    }
  }

  @Test
  void refusesATimeThatNoDatabaseKeeps() {
    assertThatCode(() -> read("coffer.task.progress.v1", progress("2026-01-01T00:00:00Z")))
        .doesNotThrowAnyException();
    for (String time : new String[] {"+200000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"}) {
      assertThatThrownBy(() -> read("coffer.task.progress.v1", progress(time)))
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining("reportedAt");
    }
  }

  @Test
  void readsAMessageOfBeforeThatLacksATimeWhichCameLater() {
    String before = "{\"vaultId\":\"" + ID + "\"}";
    assertThatCode(() -> read("coffer.checkpoint.create.v1", before)).doesNotThrowAnyException();
    String tooLate = "{\"vaultId\":\"" + ID + "\",\"firedAt\":\"+200000-01-01T00:00:00Z\"}";
    assertThatThrownBy(() -> read("coffer.checkpoint.create.v1", tooLate))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("firedAt");
  }

  @Test
  void readsAMessageThatIsAboutNothingOfSomeKind() {
    String notice = "{\"id\":\"" + ID + "\",\"at\":\"2026-01-01T00:00:00Z\"}";
    String given = "{\"notice\":" + notice + "}";
    assertThatCode(() -> read("coffer.notice.given.v1", given)).doesNotThrowAnyException();
  }

  private static String progress(String time) {
    return "{\"taskId\":\"" + ID + "\",\"percent\":1,\"reportedAt\":\"" + time + "\"}";
  }

  private static Received read(String type, String value) {
    Envelope envelope =
        Envelope.stamped(UUID.fromString(ID), type, "s", Instant.EPOCH, "p", null, null);
    return Received.read(
        new Incoming(
            Catalogue.find(type).orElseThrow().topic().topicName(),
            0,
            0,
            "p",
            EnvelopeHeaders.write(envelope),
            value.getBytes(StandardCharsets.UTF_8)));
  }
}
