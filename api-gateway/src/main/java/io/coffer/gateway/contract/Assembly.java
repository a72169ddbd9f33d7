package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Makes one OpenAPI document of its chapters, while the gateway is built. Whatever stands in two
 * chapters is refused, and a name without a value: behind a comma it is the rest of a sentence that
 * lacks its quotes.
 */
final class Assembly {

  private Assembly() {}

  /** Takes the folder of the chapters and the file to write. */
  public static void main(String... arguments) throws IOException {
    ObjectNode document = new ObjectMapper().createObjectNode();
    YAMLMapper yaml = new YAMLMapper();
    try (Stream<Path> chapters = Files.list(Path.of(arguments[0]))) {
      for (Path chapter : chapters.sorted().toList()) {
        JsonNode part = yaml.readTree(chapter.toFile());
        hasValues(chapter.toString(), part);
        add(chapter.toString(), document, part);
      }
    }
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, document.toString());
  }

  private static void hasValues(String at, JsonNode part) {
    if (part.isNull()) {
      throw new IllegalArgumentException(at + " has no value");
    }
    part.properties().forEach(named -> hasValues(at + "/" + named.getKey(), named.getValue()));
    if (part.isArray()) {
      part.forEach(item -> hasValues(at, item));
    }
  }

  private static void add(String at, ObjectNode whole, JsonNode part) {
    for (String name : (Iterable<String>) part::fieldNames) {
      JsonNode there = whole.get(name);
      if (there == null) {
        whole.set(name, part.get(name));
      } else if (there instanceof ObjectNode object && part.get(name).isObject()) {
        add(at + "/" + name, object, part.get(name));
      } else {
        throw new IllegalArgumentException(at + "/" + name + " stands in another chapter too");
      }
    }
  }
}
