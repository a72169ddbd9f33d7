package io.coffer.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.error.ApiException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

  private static final Operation OPERATION =
      Documents.taking(
          """
          type: object
          properties:
            vault:
              type: object
              properties:
                name: {type: string}
                size: {type: integer}
                locked: {type: boolean}
                tags: {type: array, items: {type: object, properties: {key: {type: string}}}}
          """);

  @Test
  void ignoresWhatNobodyDocumented() {
    assertThat(read("{\"x\":[{}],\"vault\":{\"name\":\"n\",\"y\":1}}").object("vault").text("name"))
        .isEqualTo("n");
  }

  @Test
  void passesOnNothingThatNobodyDocumented() {
    String body = "{\"vault\":{\"tags\":[{\"key\":\"k\",\"x\":[1]}],\"y\":{\"z\":1}},\"x\":0}";
    assertThat(read(body).as(JsonNode.class))
        .hasToString("{\"vault\":{\"tags\":[{\"key\":\"k\"}]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"vault\":{\"name\":1}} | vault.name must be a string.",
        "{\"vault\":{\"name\":true}} | vault.name must be a string.",
        "{\"vault\":{\"name\":1.5}} | vault.name must be a string.",
        "{\"vault\":{\"name\":[\"a\"]}} | vault.name must be a string.",
        "{\"vault\":{\"name\":{}}} | vault.name must be a string.",
        "{\"vault\":{\"size\":\"1\"}} | vault.size must be an integer of at most 32 bits.",
        "{\"vault\":{\"size\":\"\"}} | vault.size must be an integer of at most 32 bits.",
        "{\"vault\":{\"size\":1.5}} | vault.size must be an integer of at most 32 bits.",
        "{\"vault\":{\"size\":true}} | vault.size must be an integer of at most 32 bits.",
        "{\"vault\":{\"locked\":\"true\"}} | vault.locked must be a boolean.",
        "{\"vault\":{\"locked\":1}} | vault.locked must be a boolean.",
        "{\"vault\":{\"tags\":{}}} | vault.tags must be an array.",
        "{\"vault\":{\"tags\":[1]}} | vault.tags[0] must be an object.",
        "{\"vault\":{\"tags\":[{\"key\":2}]}} | vault.tags[0].key must be a string.",
        "{\"vault\":\"\"} | vault must be an object.",
        "{\"vault\":[]} | vault must be an object.",
        "[] | The request body must be an object.",
        "null | The request body must be an object.",
        "3 | The request body must be an object.",
      })
  void namesTheFieldOfAWrongType(String body, String message) {
    assertRefused(body.getBytes(StandardCharsets.UTF_8), message);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    assertRefused(
        "{\"vault\":{\"size\":3000000000}}".getBytes(StandardCharsets.UTF_8), "vault.size");
    assertRefused(
        ("{\"vault\":{\"size\":" + "9".repeat(5_000) + "}}").getBytes(StandardCharsets.UTF_8),
        "vault");
  }

  @Test
  void refusesWhatIsMalformed() {
    for (String body : List.of("", " ", "{", "{\"vault\":{}} x", "{'vault':1}", "\u0000", "{,}")) {
      assertRefused(body.getBytes(StandardCharsets.UTF_8), "The request body");
    }
    assertRefused(
        new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}, "The request body");
  }

  @Test
  void readsNothingButUtf8() {
    String body = "{\"vault\":{\"name\":\"a\"}}";
    for (String charset : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE")) {
      assertRefused(body.getBytes(Charset.forName(charset)), "The request body");
    }
    String slashInTwoBytes = "{\"vault\":{\"name\":\"\u00c0\u00af\"}}";
    String halfOfAPair = "{\"vault\":{\"name\":\"\u00ed\u00a0\u0080\"}}";
    for (String wrong : List.of(slashInTwoBytes, halfOfAPair)) {
      assertRefused(wrong.getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
    }
  }

  @Test
  void refusesAFieldThatComesTwice() {
    assertRefused(
        "{\"vault\":{\"name\":\"a\",\"name\":\"b\"}}".getBytes(StandardCharsets.UTF_8), "twice");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() {
    String deep = "{\"vault\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertRefused(deep.getBytes(StandardCharsets.UTF_8), "too deep or too long");
    String unknown = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertRefused(unknown.getBytes(StandardCharsets.UTF_8), "too deep or too long");
    String text = "{\"vault\":{\"name\":\"" + "n".repeat(100_000) + "\"}}";
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "too deep or too long");
  }

  @Test
  void refusesMorePartsThanAnyBodyNeeds() {
    String fields =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    assertRefused(fields.getBytes(StandardCharsets.UTF_8), "too deep or too long");
    String elements = "{\"vault\":{\"tags\":[" + "{},".repeat(100_000) + "{}]}}";
    assertRefused(elements.getBytes(StandardCharsets.UTF_8), "too deep or too long");
  }

  @Test
  void holdsAllOfATextToItsPattern() {
    Operation naming =
        Documents.taking(
            """
            type: object
            properties:
              name: {type: string, maxLength: 64, pattern: '^[\\p{L}\\p{Nd}_-]*$'}
            """);
    for (String end : List.of("\u2028", "\u2029", " ")) {
      byte[] body = ("{\"name\":\"a" + end + "\"}").getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> naming.body(body)).hasMessageStartingWith("name may contain only");
    }
  }

  private static Body read(String body) {
    return OPERATION.body(body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(byte[] body, String message) {
    assertThatThrownBy(() -> OPERATION.body(body))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("BackupService.9900");
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.getMessage()).contains(message).doesNotContain("jackson");
            });
  }
}
