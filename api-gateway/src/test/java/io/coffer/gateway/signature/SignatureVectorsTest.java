package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVectorsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void agreesWithRealSigners(String name, JsonNode vector, String secretKey) {
    SignatureHeader header =
        SignatureHeader.parse(vector.path("authorization").asText()).orElseThrow();
    assertThat(SignatureVerifier.verify(request(vector), header, secretKey))
        .isEqualTo(vector.path("valid").asBoolean());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void refusesEveryVectorUnderAnotherKey(String name, JsonNode vector, String secretKey) {
    SignatureHeader header =
        SignatureHeader.parse(vector.path("authorization").asText()).orElseThrow();
    assertThat(SignatureVerifier.verify(request(vector), header, secretKey + "x")).isFalse();
  }

  static Stream<Arguments> vectors() throws IOException {
    try (InputStream file =
        SignatureVectorsTest.class.getResourceAsStream("/signing-vectors.json")) {
      JsonNode root = Json.MAPPER.readTree(file);
      return StreamSupport.stream(root.path("vectors").spliterator(), false)
          .map(
              vector ->
                  Arguments.of(
                      vector.path("name").asText(),
                      vector,
                      vector.path("sk").asText(root.path("sk").asText())));
    }
  }

  private static SignedRequest request(JsonNode vector) {
    URI url = URI.create(vector.path("url").asText());
    return new SignedRequest(
        vector.path("method").asText(),
        url.getRawPath(),
        url.getRawQuery() == null ? "" : url.getRawQuery(),
        header -> {
          JsonNode value = vector.path("headers").path(header);
          return value.isMissingNode() ? List.of() : List.of(value.asText());
        },
        vector.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }
}
