package io.coffer.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

  /** The namespace for names of hosts (RFC 9562, section 6.6). */
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @Test
  void givesTheExampleOfTheStandard() {
    assertThat(DerivedId.of(DNS, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void givesWhatOtherImplementationsGive() {
    assertThat(DerivedId.of(DNS, "python.org"))
        .isEqualTo(UUID.fromString("886313e1-3b8a-5372-9b90-0c9aee199e5d"));
  }

  @Test
  void hasVersionFiveAndTheStandardVariant() {
    for (int i = 0; i < 100; i++) {
      UUID id = DerivedId.of(COMMAND, "name-" + i);
      assertThat(id.version()).isEqualTo(5);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void isTheSameForTheSameAndAnotherForAnother() {
    assertThat(DerivedId.vault(COMMAND)).isEqualTo(DerivedId.vault(COMMAND));
    assertThat(
            List.of(
                DerivedId.vault(COMMAND),
                DerivedId.checkpoint(COMMAND),
                DerivedId.backup(COMMAND, "r"),
                DerivedId.backup(COMMAND, "s"),
                DerivedId.task(COMMAND, "r"),
                DerivedId.message(COMMAND, "vault-events", 1),
                DerivedId.message(COMMAND, "vault-events", 2),
                DerivedId.message(COMMAND, "outcomes", 1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void readsNamesAsUtf8() {
    assertThat(DerivedId.of(DNS, "\u00e9"))
        .isEqualTo(UUID.fromString("ebfe0af8-3997-5ade-b634-ba92cf69f557"));
  }
}
