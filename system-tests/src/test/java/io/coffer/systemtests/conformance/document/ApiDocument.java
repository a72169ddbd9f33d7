package io.coffer.systemtests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document that the gateway serves, read from its chapters. */
public final class ApiDocument {

  private static final Path CHAPTERS = Path.of("../api-gateway/src/main/openapi");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonNode root;
  private final List<Operation> operations = new ArrayList<>();

  private ApiDocument(JsonNode root) {
    this.root = root;
    root.path("paths").fields().forEachRemaining(path -> read(path.getKey(), path.getValue()));
  }

  /** Reads the document. */
  public static ApiDocument read() {
    ObjectMapper json = new ObjectMapper();
    JsonNode document = json.createObjectNode();
    try (Stream<Path> chapters = Files.list(CHAPTERS)) {
      for (Path chapter : chapters.sorted().toList()) {
        try (Reader text = Files.newBufferedReader(chapter)) {
          JsonNode part = json.valueToTree(new Yaml().load(text));
          json.readerForUpdating(document).readValue(part);
        }
      }
      return new ApiDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as a tree. */
  public JsonNode root() {
    return root;
  }

  /** All operations in the order of the document. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation that serves a request; of two that fit, the one with fewer variables. */
  public Optional<Operation> serving(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.matches(path))
        .min(Comparator.comparingInt(operation -> operation.variables().size()));
  }

  /** What a reference stands for; anything else is itself. */
  public JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText("");
    if (reference.isEmpty()) {
      return node;
    }
    JsonNode target = root.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("the document has no " + reference);
    }
    return target;
  }

  private void read(String path, JsonNode item) {
    item.fields()
        .forEachRemaining(
            entry -> {
              if (METHODS.contains(entry.getKey())) {
                operations.add(
                    Operation.read(
                        this,
                        entry.getKey().toUpperCase(Locale.ROOT),
                        path,
                        item.path("parameters"),
                        entry.getValue()));
              }
            });
  }
}
