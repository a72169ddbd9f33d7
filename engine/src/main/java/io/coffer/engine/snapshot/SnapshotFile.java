package io.coffer.engine.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.TreeTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON of a snapshot file. */
public final class SnapshotFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SnapshotFile() {}

  public static byte[] encode(Snapshot snapshot) {
    ObjectNode root = JSON.createObjectNode();
    StringBuilder time = new StringBuilder();
    TreeTime.append(time, snapshot.time());
    root.put("time", time.toString());
    snapshot.parent().ifPresent(parent -> root.put("parent", parent));
    root.put("tree", snapshot.tree().hex());
    ArrayNode paths = root.putArray("paths");
    snapshot.paths().forEach(paths::add);
    if (!snapshot.hostname().isEmpty()) {
      root.put("hostname", snapshot.hostname());
    }
    if (!snapshot.username().isEmpty()) {
      root.put("username", snapshot.username());
    }
    if (!snapshot.tags().isEmpty()) {
      ArrayNode tags = root.putArray("tags");
      snapshot.tags().forEach(tags::add);
    }
    byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
    assert parse(snapshot.id(), json).tree().equals(snapshot.tree());
    return json;
  }

  /**
   * What a copy in another repository says: the same but for parent and tags, and what it is a copy
   * of.
   *
   * @param parent what the parent is called in the other repository, if it is there
   */
  public static byte[] encodeCopy(
      String id, ObjectNode fields, Optional<String> parent, List<String> tags) {
    ObjectNode root = fields.deepCopy();
    root.remove(List.of("parent", "tags"));
    parent.ifPresent(known -> root.put("parent", known));
    if (!tags.isEmpty()) {
      tags.forEach(root.putArray("tags")::add);
    }
    if (!root.hasNonNull("original")) {
      root.put("original", id);
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * All fields as they stand in the file.
   *
   * @throws DamagedException if the JSON is not that of a snapshot
   */
  public static ObjectNode fields(String id, byte[] json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode fields) {
        return fields;
      }
      throw new DamagedException("snapshot " + id + " is damaged: it is no JSON object");
    } catch (IOException e) {
      throw new DamagedException("snapshot " + id + " is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * @throws DamagedException if the JSON is not that of a snapshot
   */
  public static Snapshot parse(String id, byte[] json) {
    return parse(id, fields(id, json));
  }

  /**
   * @throws DamagedException if the fields are not those of a snapshot
   */
  public static Snapshot parse(String id, ObjectNode root) {
    try {
      String parent = root.path("parent").asText("");
      return new Snapshot(
          id,
          OffsetDateTime.parse(root.path("time").asText()),
          parent.isEmpty() ? Optional.empty() : Optional.of(parent),
          BlobId.parse(root.path("tree").asText()),
          texts(root.path("paths")),
          root.path("hostname").asText(""),
          root.path("username").asText(""),
          texts(root.path("tags")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new DamagedException("snapshot " + id + " is damaged: " + e.getMessage(), e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return List.copyOf(texts);
  }
}
