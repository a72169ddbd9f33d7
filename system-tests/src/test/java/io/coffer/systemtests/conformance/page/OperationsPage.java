package io.coffer.systemtests.conformance.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import io.coffer.systemtests.conformance.document.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/operations.md} from the document and from the tests that name operations. */
final class OperationsPage {

  private final ApiDocument document;
  private final Map<String, List<String>> tests;
  private final StringBuilder page = new StringBuilder();

  private OperationsPage(ApiDocument document, Map<String, List<String>> tests) {
    this.document = document;
    this.tests = tests;
  }

  /**
   * The text of the page.
   *
   * @param tests by operation id what tries it
   */
  static String of(ApiDocument document, Map<String, List<String>> tests) {
    return new OperationsPage(document, tests).text();
  }

  private String text() {
    line("# Operations");
    line("");
    line(
        "Every operation that runs, from the OpenAPI document that the gateway serves at"
            + " `/openapi`.");
    line(
        "The fuzz test tries every operation besides the tests named here. A test writes this"
            + " page:");
    line("`./mvnw -pl system-tests test -Dtest=OperationsPageTest -Dcoffer.docs=write`");
    line("");
    line(
        "`*` marks what is mandatory. Errors without a service's name in front are `BackupService.`"
            + " codes.");
    line("");
    line("| operation | method and path | success |");
    line("|---|---|---|");
    for (Operation operation : document.operations()) {
      line(
          "| [%s](#%s) | `%s %s` | %d |"
              .formatted(
                  operation.id(),
                  operation.id().toLowerCase(Locale.ROOT),
                  operation.method(),
                  operation.path(),
                  operation.success()));
    }
    document.operations().forEach(this::section);
    return page.toString();
  }

  private void section(Operation operation) {
    line("");
    line("## " + operation.id());
    line("");
    line("`%s %s` → %d".formatted(operation.method(), operation.path(), operation.success()));
    line("");
    line(operation.summary());
    parameters(operation);
    if (operation.body() != null) {
      heading("Body");
      fields("", document.resolve(operation.body()), new ArrayList<>());
    }
    JsonNode answer = operation.answers().get(operation.success());
    if (answer != null) {
      heading("Answer");
      line("- " + String.join(", ", names("", document.resolve(answer), new ArrayList<>())));
    }
    heading("Errors");
    line("- " + errors(operation));
    heading("Tests");
    tests.getOrDefault(operation.id(), List.of()).forEach(test -> line("- `" + test + "`"));
  }

  private void parameters(Operation operation) {
    List<Parameter> parameters =
        operation.parameters().stream()
            .filter(parameter -> !parameter.in().equals("path"))
            .toList();
    if (!parameters.isEmpty()) {
      heading("Filters, pages and headers");
    }
    for (Parameter parameter : parameters) {
      JsonNode schema = parameter.schema();
      String limits =
          Limits.of(parameter.repeats() ? document.resolve(schema.path("items")) : schema);
      String keys =
          parameter.sortKeys().isEmpty() ? "" : "; keys " + String.join(" ", parameter.sortKeys());
      line(
          "- `%s`%s (%s%s%s): %s"
              .formatted(
                  parameter.name(),
                  parameter.required() ? "*" : "",
                  parameter.repeats() ? "repeatable " : "",
                  limits,
                  keys,
                  parameter.description()));
    }
  }

  private void fields(String path, JsonNode schema, List<JsonNode> above) {
    if (above.contains(schema)) {
      return;
    }
    List<JsonNode> trail = new ArrayList<>(above);
    trail.add(schema);
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              JsonNode below = document.resolve(property.getValue());
              boolean mandatory = contains(schema.path("required"), property.getKey());
              String here = path + property.getKey();
              line(
                  "- `%s`%s (%s) %s"
                      .formatted(
                          here,
                          mandatory ? "*" : "",
                          Limits.of(below),
                          below.path("description").asText())
                      .stripTrailing());
              JsonNode items = document.resolve(below.path("items"));
              fields(
                  here + (below.has("items") ? "[]." : "."),
                  below.has("items") ? items : below,
                  trail);
            });
  }

  private List<String> names(String path, JsonNode schema, List<JsonNode> above) {
    List<String> names = new ArrayList<>();
    if (above.contains(schema)) {
      return names;
    }
    List<JsonNode> trail = new ArrayList<>(above);
    trail.add(schema);
    JsonNode items = document.resolve(schema.path("items"));
    if (schema.has("items")) {
      return names(path, items, trail);
    }
    schema.path("oneOf").forEach(each -> names.addAll(names(path, document.resolve(each), trail)));
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              JsonNode below = document.resolve(property.getValue());
              String here = path + property.getKey() + (below.has("items") ? "[]" : "");
              List<String> deeper = names(here + ".", below, trail);
              names.addAll(deeper.isEmpty() ? List.of("`" + here + "`") : deeper);
            });
    return names;
  }

  private static String errors(Operation operation) {
    List<String> codes =
        operation.errors().stream().map(code -> code.replace("BackupService.", "")).toList();
    return codes.isEmpty() ? "none of its own" : String.join(", ", codes);
  }

  private static boolean contains(JsonNode list, String name) {
    for (JsonNode each : list) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void heading(String text) {
    line("");
    line(text + ":");
    line("");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
