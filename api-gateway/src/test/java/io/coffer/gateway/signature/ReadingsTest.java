package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that real clients sign in different ways. */
class ReadingsTest {

  private static final String KEY = "SK of this test";
  private static final String DATE = "20260101T000000Z";

  @ParameterizedTest
  @CsvSource({
    "id=b&id=a, id=a&id=b",
    "id=b&id=a, id=b&id=a",
    "z=1&id=b&limit=5&id=a&id=B, id=B&id=a&id=b&limit=5&z=1",
    "id=%C3%A9&id=z, id=z&id=%C3%A9",
    "id=z&id=%C3%A9, id=%C3%A9&id=z",
    "id=&id=a&id, id=&id=&id=a",
    "id=%7E&id=a%20b&id=a-b, id=a%20b&id=a-b&id=~",
  })
  void admitsTheValuesOfARepeatedKeySortedOrAsSent(String wire, String signed) {
    assertThat(verified(wire, signed, "x", "x")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"id=b&id=a, id=a", "id=b&id=a, id=a&id=b&id=b", "a=1&b=2, b=2&a=1"})
  void refusesAnotherQuery(String wire, String signed) {
    assertThat(verified(wire, signed, "x", "x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "备份 客户端", "a\u00a0b", "à", "plain"})
  void admitsHeadersBeyondAsciiSentInUtf8(String value) {
    String received =
        new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(verified("", "", received, value)).isTrue();
    assertThat(verified("", "", received, value + "x")).isFalse();
  }

  @Test
  void admitsHeadersBeyondAsciiSentInLatin1() {
    assertThat(verified("", "", "größe", "größe")).isTrue();
  }

  /** Whether a request with this query and agent is taken for one that was signed with others. */
  private static boolean verified(
      String query, String signedQuery, String agent, String signedAgent) {
    String canonical =
        String.join(
            "\n",
            "GET",
            "/v3/p/vaults/",
            signedQuery,
            "user-agent:" + signedAgent,
            "x-sdk-date:" + DATE,
            "",
            "user-agent;x-sdk-date",
            Encoding.sha256(new byte[0]));
    String toSign =
        String.join(
            "\n",
            "SDK-HMAC-SHA256",
            DATE,
            Encoding.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    String signature =
        HexFormat.of().formatHex(Encoding.hmac(KEY.getBytes(StandardCharsets.UTF_8), toSign));
    Map<String, List<String>> headers =
        Map.of("user-agent", List.of(agent), "x-sdk-date", List.of(DATE));
    return SignatureVerifier.verify(
        new SignedRequest(
            "GET",
            "/v3/p/vaults",
            query,
            name -> headers.getOrDefault(name, List.of()),
            new byte[0]),
        SignatureHeader.parse(
                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=user-agent;x-sdk-date, Signature="
                    + signature)
            .orElseThrow(),
        KEY);
  }
}
