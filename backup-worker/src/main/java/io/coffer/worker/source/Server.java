package io.coffer.worker.source;

import java.time.Instant;
import java.util.List;

/**
 * A server of a cloud.
 *
 * @param status as the cloud says it, for example {@code ACTIVE}
 */
public record Server(
    String id,
    String name,
    String project,
    String status,
    Instant createdAt,
    List<Volume> volumes) {

  public Server {
    volumes = List.copyOf(volumes);
  }

  /** The sum of its volumes in gigabytes. */
  public int sizeGb() {
    return volumes.stream().mapToInt(Volume::sizeGb).sum();
  }
}
