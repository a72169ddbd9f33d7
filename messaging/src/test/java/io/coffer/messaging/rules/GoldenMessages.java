package io.coffer.messaging.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Messages as they were written once and may still stand on topics that keep everything: a file for
 * each type, a line for each shape it ever had. Once a shape is released its line stays for ever.
 */
final class GoldenMessages {

  private static final Path FILES = Path.of("src/test/resources/io/coffer/messaging/rules/golden");

  private GoldenMessages() {}

  static List<JsonNode> of(String type) throws IOException {
    List<JsonNode> shapes = new ArrayList<>();
    if (Files.exists(file(type))) {
      for (String line : Files.readAllLines(file(type))) {
        shapes.add(Json.MAPPER.readTree(line));
      }
    }
    return shapes;
  }

  static void add(String type, JsonNode shape) throws IOException {
    if (!of(type).contains(shape)) {
      Files.createDirectories(FILES);
      Files.writeString(
          file(type), shape + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** Whether all of a part stands in the whole, which may have more properties. */
  static boolean includes(JsonNode whole, JsonNode part) {
    if (part.isObject()) {
      return part.properties().stream()
          .allMatch(p -> whole.has(p.getKey()) && includes(whole.get(p.getKey()), p.getValue()));
    }
    if (part.isArray()) {
      return whole.size() == part.size()
          && IntStream.range(0, part.size()).allMatch(i -> includes(whole.get(i), part.get(i)));
    }
    return part.equals(whole);
  }

  private static Path file(String type) {
    return FILES.resolve(type + ".ndjson");
  }
}
