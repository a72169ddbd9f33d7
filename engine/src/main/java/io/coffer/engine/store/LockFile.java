package io.coffer.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.DamagedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The JSON of a lock. */
record LockFile(OffsetDateTime time, boolean exclusive, String hostname, String user, long pid) {
  /** A lock that nobody refreshed for so long is nobody's. */
  static final Duration STALE_AFTER = Duration.ofMinutes(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  static LockFile of(Instant now, boolean exclusive, String hostname) {
    return new LockFile(
        now.atOffset(ZoneOffset.UTC),
        exclusive,
        hostname,
        System.getProperty("user.name", "coffer"),
        ProcessHandle.current().pid());
  }

  /** Whether it is nobody's: not refreshed for long, or of a dead process of this very host. */
  boolean isStale(Instant now, String ownHost) {
    return time.toInstant().isBefore(now.minus(STALE_AFTER))
        || hostname.equals(ownHost) && ProcessHandle.of(pid).isEmpty();
  }

  /** Who holds it, for people. */
  String holder() {
    String kind = exclusive ? "an exclusive lock" : "a lock";
    return kind + " of " + user + "@" + hostname + " (process " + pid + ") since " + time;
  }

  byte[] encode() {
    return JSON.createObjectNode()
        .put("time", time.toString())
        .put("exclusive", exclusive)
        .put("hostname", hostname)
        .put("username", user)
        .put("pid", pid)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  static LockFile parse(String id, byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      return new LockFile(
          OffsetDateTime.parse(root.path("time").asText()),
          root.path("exclusive").asBoolean(),
          root.path("hostname").asText(""),
          root.path("username").asText(""),
          root.path("pid").asLong());
    } catch (IOException | DateTimeException e) {
      throw new DamagedException("lock " + id + " is damaged: " + e.getMessage(), e);
    }
  }
}
