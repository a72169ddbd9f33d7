package io.coffer.worker.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stands in the {@code server.json} of a server of the local cloud. What it is made of follows
 * from its id where the file does not say.
 *
 * @param type absent for a server
 * @param flavor the name of its size
 * @param address its own in the network of its project
 * @param floatingIp absent for none
 */
record ServerFile(
    String id,
    String name,
    @JsonProperty("project_id") String projectId,
    String type,
    String status,
    @JsonProperty("created_at") Instant createdAt,
    String flavor,
    String address,
    @JsonProperty("floating_ip") String floatingIp,
    Map<String, String> tags,
    List<VolumeEntry> volumes)
    implements EntryFiles.Entry {

  ServerFile {
    volumes = volumes == null ? List.of() : List.copyOf(volumes);
    tags = tags == null ? Map.of() : Map.copyOf(tags);
  }

  @Override
  public boolean complete() {
    return id != null && name != null && createdAt != null;
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
