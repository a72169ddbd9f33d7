package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceType;
import java.time.Instant;
import java.util.List;

/**
 * A server of a cloud, or a desktop, which is one that people sit at.
 *
 * @param status as the cloud says it, for example {@code ACTIVE}
 * @param hardware null where nothing is known of it
 */
public record Server(
    String id,
    String name,
    String project,
    ResourceType type,
    String status,
    Instant createdAt,
    Hardware hardware,
    List<Volume> volumes) {

  public Server {
    volumes = List.copyOf(volumes);
  }

  /** The sum of its volumes in gigabytes. */
  public int sizeGb() {
    return volumes.stream().mapToInt(Volume::sizeGb).sum();
  }
}
