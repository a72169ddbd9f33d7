package io.coffer.systemtests.conformance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

  private final ApiDocument document = ApiDocument.read();

  @Test
  void resolvesEveryReferenceAndUsesEveryComponent() {
    Set<String> used = new HashSet<>();
    references(document.root(), used);
    used.forEach(
        each -> assertThat(document.root().at(each.substring(1)).isMissingNode()).isFalse());

    for (String kind : List.of("schemas", "parameters", "responses")) {
      document
          .root()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
    }
  }

  @Test
  void hasDistinctIdsAndADescriptionEverywhere() {
    assertThat(document.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    for (Operation operation : document.operations()) {
      assertThat(operation.summary()).as(operation.id()).endsWith(".");
      assertThat(operation.parameters())
          .as(operation.id())
          .allMatch(p -> p.description().endsWith("."));
    }
  }

  @Test
  void declaresEveryVariableOfAPath() {
    for (Operation operation : document.operations()) {
      assertThat(operation.parameters("path"))
          .as(operation.id())
          .extracting(Parameter::name)
          .containsExactlyInAnyOrderElementsOf(operation.variables());
    }
  }

  @Test
  void namesOnlyErrorsThatExistEachWithAStatusThatIsDescribed() {
    for (Operation operation : document.operations()) {
      for (String code : operation.errors()) {
        List<Integer> statuses =
            Arrays.stream(CbrError.values())
                .filter(error -> error.code().equals(code))
                .map(CbrError::status)
                .toList();
        assertThat(statuses).as(code).isNotEmpty();
        assertThat(statuses)
            .as(operation.id() + " " + code)
            .anyMatch(status -> operation.answers().containsKey(status));
      }
    }
  }

  @Test
  void findsTheOperationThatServesAPath() {
    assertThat(document.serving("GET", "/v3/p/vaults/summary").orElseThrow().id())
        .isEqualTo("ShowSummary");
    assertThat(document.serving("GET", "/v3/p/vaults/other").orElseThrow().id())
        .isEqualTo("ShowVault");
    assertThat(document.serving("GET", "/v3/auth/tokens").orElseThrow().id())
        .isEqualTo("ShowToken");
    assertThat(document.serving("PATCH", "/v3/auth/tokens")).isEmpty();
  }

  private static void references(JsonNode node, Set<String> found) {
    if (node.has("$ref")) {
      found.add(node.path("$ref").asText());
    }
    List<JsonNode> below = new ArrayList<>();
    node.forEach(below::add);
    below.forEach(child -> references(child, found));
  }
}
