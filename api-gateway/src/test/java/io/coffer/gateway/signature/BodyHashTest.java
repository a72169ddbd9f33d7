package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyHashTest {

  private static final String DATE = "20260101T000000Z";
  private final Map<String, List<String>> headers =
      new HashMap<>(Map.of("x-sdk-date", List.of(DATE), "x", List.of("b", "a")));

  @Test
  void refusesABodyThatWasSwappedUnderADeclaredHash() {
    String authorization = signed("x-sdk-date", "x-sdk-date:" + DATE + "\n", "first");
    assertThat(verified("first", authorization)).isTrue();
    headers.put("x-sdk-content-sha256", List.of(OlderSigner.sha256("first")));
    assertThat(verified("first", authorization)).isTrue();
    assertThat(verified("second", authorization)).isFalse();
  }

  @Test
  void takesOneLineForEachValueOrTheFirstValueOfARepeatedHeader() {
    String first = signed("x;x-sdk-date", "x:b\nx-sdk-date:" + DATE + "\n", "");
    String all = signed("x;x-sdk-date", "x:a\nx:b\nx-sdk-date:" + DATE + "\n", "");
    String other = signed("x;x-sdk-date", "x:a\nx-sdk-date:" + DATE + "\n", "");
    assertThat(verified("", first)).isTrue();
    assertThat(verified("", all)).isTrue();
    assertThat(verified("", other)).isFalse();
  }

  private static String signed(String names, String lines, String body) {
    String canonical =
        String.join("\n", "POST", "/v3/", "", lines, names, OlderSigner.sha256(body));
    String toSign = "SDK-HMAC-SHA256\n" + DATE + "\n" + OlderSigner.sha256(canonical);
    byte[] signature =
        Encoding.hmac(OlderSigner.SECRET_KEY.getBytes(StandardCharsets.UTF_8), toSign);
    return "SDK-HMAC-SHA256 Access=AK, SignedHeaders=%s, Signature=%s"
        .formatted(names, HexFormat.of().formatHex(signature));
  }

  private boolean verified(String body, String authorization) {
    SignedRequest request =
        new SignedRequest(
            "POST",
            "/v3",
            "",
            name -> headers.getOrDefault(name, List.of()),
            body.getBytes(StandardCharsets.UTF_8));
    return SignatureVerifier.verify(
        request, SignatureHeader.parse(authorization).orElseThrow(), OlderSigner.SECRET_KEY);
  }
}
