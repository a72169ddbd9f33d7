package io.coffer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999999, 1.0 MB",
    "600000001, 600.0 MB",
    "9223372036854775807, 9223.4 PB"
  })
  void namesTheUnit(long bytes, String text) {
    assertThat(Bytes.text(bytes)).isEqualTo(text);
  }
}
