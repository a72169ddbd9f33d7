package io.coffer.worker.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What stands in the {@code turbo.json} of a file system of the local cloud.
 *
 * @param path the folder with its files, absolute
 * @param mounted whether its files are there only while something is mounted
 */
record TurboFile(
    String id,
    String name,
    @JsonProperty("project_id") String projectId,
    String status,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("size_gb") int sizeGb,
    String path,
    boolean mounted)
    implements EntryFiles.Entry {

  @Override
  public boolean complete() {
    return id != null && name != null && createdAt != null && path != null;
  }
}
