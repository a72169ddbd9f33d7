package io.coffer.engine.prune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Since when each pack is known to be unused. What is lost of it only delays deleting. */
final class Marks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Repository repository;
  private final Map<String, Instant> since = new HashMap<>();

  private Marks(Repository repository) {
    this.repository = repository;
  }

  static Marks load(Repository repository) {
    Marks marks = new Marks(repository);
    if (repository.store().exists(FileType.PRUNE_MARKS, "")) {
      try {
        byte[] bytes = repository.store().read(FileType.PRUNE_MARKS, "");
        JsonNode root = JSON.readTree(repository.sealedJson().open(bytes, "coffer-prune-marks"));
        root.fields()
            .forEachRemaining(
                pack -> marks.since.put(pack.getKey(), Instant.parse(pack.getValue().asText())));
      } catch (IOException | EngineException | DateTimeException e) {
        marks.since.clear();
      }
    }
    return marks;
  }

  boolean contains(String pack) {
    return since.containsKey(pack);
  }

  /**
   * Marks exactly these packs, of which the ones known before keep their time.
   *
   * @param grace how long the marks matter
   * @throws StoreFullException if they matter and cannot be kept
   */
  void set(Collection<String> packs, Instant now, Duration grace) {
    Map<String, Instant> next = new HashMap<>();
    packs.forEach(pack -> next.put(pack, since.getOrDefault(pack, now)));
    boolean changed = !next.keySet().equals(since.keySet());
    since.clear();
    since.putAll(next);
    try {
      if (changed) {
        save();
      }
    } catch (StoreFullException e) {
      if (!grace.isZero()) {
        throw new StoreFullException(
            "there is no room to note since when packs are unused: 'prune --grace 0s' deletes them"
                + " at once",
            e);
      }
    }
  }

  boolean isOlder(String pack, Instant limit) {
    Instant marked = since.get(pack);
    return marked != null && !marked.isAfter(limit);
  }

  private void save() {
    if (since.isEmpty()) {
      repository.store().delete(FileType.PRUNE_MARKS, "");
      return;
    }
    ObjectNode root = JSON.createObjectNode();
    since.forEach((pack, time) -> root.put(pack, time.toString()));
    byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
    repository.store().write(FileType.PRUNE_MARKS, "", repository.sealedJson().seal(json));
  }
}
