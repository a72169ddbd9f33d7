package io.coffer.cli.home;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.local.LocalStackException;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Small files in the home that are replaced as a whole and readable by their owner alone. */
public final class JsonFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private JsonFile() {}

  /**
   * What the file says; empty when there is none.
   *
   * @throws DamagedFileException when it says something else
   */
  public static <T> Optional<T> read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      T content = JSON.readValue(file.toFile(), type);
      if (content == null) {
        throw new DamagedFileException(file, "it is empty");
      }
      return Optional.of(content);
    } catch (JsonProcessingException damaged) {
      throw new DamagedFileException(file, what(file, damaged));
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot read " + file + ": " + WholeFile.reason(failed), failed);
    }
  }

  /** What the file says; empty when it is missing or damaged, for one that can be made anew. */
  public static <T> Optional<T> readIfWhole(Path file, Class<T> type) {
    try {
      return read(file, type);
    } catch (DamagedFileException damaged) {
      return Optional.empty();
    }
  }

  /** Replaces the file: a reader, or whoever comes after a crash, sees the old or the new text. */
  public static void write(Path file, Object content) {
    try {
      WholeFile.write(file, JSON.writeValueAsString(content) + "\n");
    } catch (JsonProcessingException failed) {
      throw new LocalStackException("Cannot write " + file, failed);
    }
  }

  /** Replaces what is known of the file, and keeps what it says besides. */
  public static void rewrite(Path file, Object content) {
    JsonNode known = JSON.valueToTree(content);
    write(file, readIfWhole(file, JsonNode.class).map(old -> over(old, known)).orElse(known));
  }

  private static JsonNode over(JsonNode old, JsonNode known) {
    if (!(old instanceof ObjectNode before) || !(known instanceof ObjectNode now)) {
      return known;
    }
    ObjectNode both = now.deepCopy();
    before
        .properties()
        .forEach(
            field ->
                both.set(
                    field.getKey(),
                    now.has(field.getKey())
                        ? over(field.getValue(), now.get(field.getKey()))
                        : field.getValue()));
    return both;
  }

  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot delete " + file + ": " + WholeFile.reason(failed), failed);
    }
  }

  private static String what(Path file, JsonProcessingException damaged) {
    if (file.toFile().length() == 0) {
      return "it is empty";
    }
    if (damaged.getCause() instanceof NullPointerException missing
        && missing.getMessage() != null) {
      return missing.getMessage() + " is missing";
    }
    if (damaged instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      JsonMappingException.Reference last = mapping.getPath().get(mapping.getPath().size() - 1);
      return (last.getFieldName() == null ? "an entry" : last.getFieldName())
          + " is not what it should be";
    }
    JsonLocation place = damaged.getLocation();
    return place == null ? "it is no JSON" : "it is no JSON after line " + place.getLineNr();
  }
}
