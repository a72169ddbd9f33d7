package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OlderFormTest {

  private static final String EMPTY = OlderSigner.sha256("");
  private static final String NAMES = "accept;host;user-agent;x-sdk-date";
  private static final String LINES =
      "accept:application/json\nhost:127.0.0.1:8080\nuser-agent:a b\nx-sdk-date:20260101T000000Z\n";
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "accept", List.of("application/json"),
          "host", List.of("127.0.0.1:8080"),
          "user-agent", List.of("a \t b", "another"),
          "x-sdk-date", List.of(OlderSigner.DATE));

  @Test
  void takesTheFirstValueOfARepeatedKeyAndSortsWithoutRegardToCase() {
    String canonical = canonical("GET", "/v3/p/vaults/", "id=z&Limit=5&name=a%20b", EMPTY);
    assertThat(verified("GET", "/v3/p/vaults", "name=a+b&id=z&Limit=5&id=a", "", canonical))
        .isTrue();
  }

  @Test
  void signsABody() {
    String body = "{\"vault\":{}}\n";
    String canonical = canonical("POST", "/v3/p/vaults/", "", OlderSigner.sha256(body));
    assertThat(verified("POST", "/v3/p/vaults", "", body, canonical)).isTrue();
    assertThat(verified("POST", "/v3/p/vaults", "", body.strip(), canonical)).isFalse();
  }

  @Test
  void signsTheQueryAsTheBodyOfAPostThatHasNone() {
    String canonical = canonical("POST", "/v3/p/act/", "", OlderSigner.sha256("a=1&a=2&b=x+y%2Fz"));
    assertThat(verified("POST", "/v3/p/act", "b=x%20y/z&a=1&a=2", "", canonical)).isTrue();
    assertThat(verified("PUT", "/v3/p/act", "b=x%20y/z&a=1&a=2", "", canonical)).isFalse();
  }

  @Test
  void signsAPostWithAnEmptyBodyLikeAnyOther() {
    String canonical = canonical("POST", "/v3/p/act/", "a=1", EMPTY);
    assertThat(verified("POST", "/v3/p/act", "a=1", "", canonical)).isTrue();
  }

  @Test
  void decodesThePathBeforeItIsSplit() {
    String canonical = canonical("DELETE", "/v3/p/tags/a/b%20%2A~/", "", EMPTY);
    assertThat(verified("DELETE", "/v3/p/tags/a%2Fb%20*%7E", "", "", canonical)).isTrue();
  }

  @Test
  void takesRegionAndServiceIntoTheKey() {
    String canonical = canonical("GET", "/v3/p/vaults/", "", EMPTY);
    String authorization = OlderSigner.authorization(canonical, NAMES, "region-1", "cbr");
    assertThat(verified("GET", "/v3/p/vaults", "", "", authorization, OlderSigner.SECRET_KEY))
        .isTrue();
    assertThat(
            verified(
                "GET",
                "/v3/p/vaults",
                "",
                "",
                authorization.replace("/region-1/", "/region-2/"),
                OlderSigner.SECRET_KEY))
        .isFalse();
  }

  @Test
  void refusesAKeyOfAnotherDay() {
    String canonical = canonical("GET", "/v3/p/vaults/", "", EMPTY);
    String authorization =
        OlderSigner.authorization(canonical, NAMES).replace("/20260101/", "/20260102/");
    assertThat(verified("GET", "/v3/p/vaults", "", "", authorization, OlderSigner.SECRET_KEY))
        .isFalse();
  }

  private static String canonical(String method, String path, String query, String hash) {
    return String.join("\n", method, path, query, LINES, NAMES, hash);
  }

  private static boolean verified(
      String method, String path, String query, String body, String canonical) {
    String authorization = OlderSigner.authorization(canonical, NAMES);
    return verified(method, path, query, body, authorization, OlderSigner.SECRET_KEY);
  }

  private static boolean verified(
      String method, String path, String query, String body, String authorization, String key) {
    SignedRequest request =
        new SignedRequest(
            method,
            path,
            query,
            name -> HEADERS.getOrDefault(name, List.of()),
            body.getBytes(StandardCharsets.UTF_8));
    return SignatureVerifier.verify(
        request, SignatureHeader.parse(authorization).orElseThrow(), key);
  }
}
