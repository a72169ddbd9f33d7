package io.coffer.worker.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** What stands in the {@code server.json} of a server of the local cloud. */
record ServerFile(
    String id,
    String name,
    @JsonProperty("project_id") String projectId,
    String status,
    @JsonProperty("created_at") Instant createdAt,
    List<VolumeEntry> volumes) {

  ServerFile {
    volumes = volumes == null ? List.of() : List.copyOf(volumes);
  }

  /**
   * A volume.
   *
   * @param path the live file, absolute
   * @param sizeBytes its length when the server was made; the live file's is the truth, but for one
   *     that is shorter: a disk does not shrink
   */
  record VolumeEntry(
      String id,
      String name,
      String path,
      @JsonProperty("size_bytes") long sizeBytes,
      boolean bootable) {}
}
