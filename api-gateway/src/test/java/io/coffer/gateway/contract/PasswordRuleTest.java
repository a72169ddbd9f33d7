package io.coffer.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.gateway.error.ApiException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final Operation OPERATION =
      Documents.taking(
          """
          type: object
          x-error: DBS.200001
          required: [word]
          properties:
            word: {type: string, format: password, minLength: 8, maxLength: 32}
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Abcdefg1",
        "abcdef-1",
        "ABCDEF-1",
        "Abcdef--",
        "Firelxxxxxxx123!",
        "aA1-aA1-aA1-aA1-aA1-aA1-aA1-aA1-"
      })
  void takesThreeKindsOfCharacters(String password) {
    assertThat(taken(password)).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Abcdef1",
        "aA1-aA1-aA1-aA1-aA1-aA1-aA1-aA1-a",
        "abcdefg1",
        "ABCDEFG1",
        "abcdefgh",
        "Abcdefgh",
        "Abcdef 1",
        "Abcdefä1",
        ""
      })
  void refusesAllOthersWithoutRepeatingThem(String password) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> taken(password))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("DBS.200001");
              assertThat(refusal.getMessage()).startsWith("word must ");
              assertThat(password.isEmpty() || !refusal.getMessage().contains(password)).isTrue();
            });
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> body("{\"word\": 12345678}"))
        .withMessage("word must be a string.");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> body("{}"))
        .withMessage("word is mandatory.");
  }

  private static String taken(String password) {
    return body("{\"word\": \"" + password + "\"}").text("word");
  }

  private static Body body(String json) {
    return OPERATION.body(json.getBytes(StandardCharsets.UTF_8));
  }
}
