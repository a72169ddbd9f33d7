package io.coffer.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The config file of a repository of version 2.
 *
 * @param id 64 hex digits
 */
public record RepositoryConfig(String id, long polynomial) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 2;

  byte[] encode() {
    return JSON.createObjectNode()
        .put("version", VERSION)
        .put("id", id)
        .put("chunker_polynomial", Long.toHexString(polynomial))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  static RepositoryConfig parse(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      int version = root.path("version").asInt();
      if (version != VERSION) {
        throw new EngineException(
            "the repository has version " + version + "; this engine knows version 2 only");
      }
      String polynomial = root.path("chunker_polynomial").asText();
      return new RepositoryConfig(root.path("id").asText(), Long.parseLong(polynomial, 16));
    } catch (IOException | NumberFormatException e) {
      throw new DamagedException("config is damaged: " + e.getMessage(), e);
    }
  }
}
