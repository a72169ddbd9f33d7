package io.coffer.policy.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code retention-vectors.json} was computed apart from this code, from the documented rules. */
class VectorsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void agreesWithTheReference(String id, JsonNode vector) throws IOException {
    assertThat(evaluate(vector)).extracting(VectorFile.Result::difference).isEqualTo("");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void tellsWhenSomethingElseIsExpected(String id, JsonNode vector) throws IOException {
    ObjectNode other = vector.deepCopy();
    other.set("expected", different(other.path("expected")));
    assertThat(evaluate(other).ok()).isFalse();
    assertThat(evaluate(other).difference()).doesNotContain("malformed");
  }

  @Test
  void hasAllOfThem() throws IOException {
    assertThat(vectors()).hasSize(35);
    assertThat(vectors().map(each -> ((JsonNode) each[1]).path("kind").asText()).distinct())
        .containsExactlyInAnyOrder(
            "retention",
            "validation",
            "schedule",
            "pattern-validation",
            "overlap",
            "misfire",
            "full-interval",
            "failed-sweep");
  }

  static Stream<Object[]> vectors() throws IOException {
    try (InputStream file = VectorsTest.class.getResourceAsStream("/retention-vectors.json")) {
      JsonNode vectors = Json.MAPPER.readTree(file).path("vectors");
      return StreamSupport.stream(vectors.spliterator(), false)
          .map(vector -> new Object[] {vector.path("id").asText(), vector});
    }
  }

  private static VectorFile.Result evaluate(JsonNode vector) throws IOException {
    ObjectNode file = Json.MAPPER.createObjectNode();
    file.putArray("vectors").add(vector);
    List<VectorFile.Result> results = VectorFile.evaluate(Json.MAPPER.writeValueAsBytes(file));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  /** What was expected, with one thing changed. */
  private static JsonNode different(JsonNode expected) {
    JsonNode other = expected.deepCopy();
    if (other.has("accepted")) {
      ((ObjectNode) other).put("accepted", !other.path("accepted").booleanValue());
    } else if (other.has("keep")) {
      JsonNode keep = other.path("keep");
      if (keep.isArray()) {
        ((ArrayNode) keep).remove(0);
      } else {
        ((ArrayNode) keep.elements().next()).add("last-77");
      }
    } else {
      ((ArrayNode) other).remove(other.size() - 1);
    }
    return other;
  }
}
