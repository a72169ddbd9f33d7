package io.coffer.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** One operation log as a waiting person sees it. */
public record TaskState(JsonNode log) {

  private static final Set<String> OVER = Set.of("success", "failed", "skipped", "timeout");

  public String id() {
    return log.path("id").asText();
  }

  public String operation() {
    return log.path("operation_type").asText();
  }

  public String status() {
    return log.path("status").asText();
  }

  public boolean isOver() {
    return OVER.contains(status());
  }

  public boolean isSuccess() {
    return status().equals("success");
  }

  /** From 0 to 100. */
  public int progress() {
    return Math.max(
        0, Math.min(100, log.path("extra_info").path("common").path("progress").asInt()));
  }

  /** What the task will read; 0 while it is unknown. */
  public long totalBytes() {
    return bytes("total_bytes");
  }

  public long processedBytes() {
    return bytes("processed_bytes");
  }

  /** What the task added to the repository. */
  public long storedBytes() {
    return bytes("stored_bytes");
  }

  /** Code and message of what went wrong; empty when nothing did. */
  public String error() {
    JsonNode error = log.path("error_info");
    String code = error.path("code").asText("");
    return code.isEmpty() ? "" : code + " " + error.path("message").asText("");
  }

  private long bytes(String name) {
    return log.path("extra_info").path("x_progress").path(name).asLong();
  }
}
