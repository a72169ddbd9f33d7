package io.coffer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsColumnsAndEndsNoLineWithSpaces() {
    assertThat(print(List.of("a", "b"), List.of(List.of("long one", "x"), List.of("-", "yy"))))
        .isEqualTo("A         B\nlong one  x\n-         yy\n");
  }

  @Test
  void hasNoHeadWithoutTitles() {
    assertThat(print(List.of(), List.of(List.of("key", "value")))).isEqualTo("key  value\n");
  }

  private static String print(List<String> titles, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextTable(titles, rows).print(new PrintStream(out));
    return out.toString();
  }
}
