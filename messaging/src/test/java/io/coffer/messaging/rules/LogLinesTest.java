package io.coffer.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.warnf(\"not sent topic=%s project=%s: %s\", topic, project, why);",
        "LOG.errorf(\n    failure,\n    \"not processed \" + \"record=%s\",\n    record);",
        "LOG.infof(\"idle seconds=%d\", seconds);",
        "LOG.debug(\"woken up to stop\");"
      })
  void letsKeysAndValuesPass(String code) {
    assertThat(LogLines.oddIn(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.warnf(\"vault %s is full\", vault);",
        "LOG.warnf(\"vault=%s is full\", vault);",
        "LOG.errorf(e, \"%s waits\", what);",
        "AUDIT.infof(\"handed \" + \"to user %s\", user);"
      })
  void seesWhatIsWovenIntoWords(String code) {
    assertThat(LogLines.oddIn(code)).hasSize(1);
  }

  @Test
  void tellsTheLineAsItWouldBeWritten() {
    assertThat(LogLines.oddIn("LOG.warnf(\n    \"vault %s \"\n        + \"is full\", vault);"))
        .containsExactly("vault %s is full");
  }
}
