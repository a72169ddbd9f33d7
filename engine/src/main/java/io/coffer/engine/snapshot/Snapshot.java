package io.coffer.engine.snapshot;

import io.coffer.engine.blob.BlobId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A point in time of a set of paths.
 *
 * @param id the name of its file; empty text before it is written
 * @param parent the snapshot it was made against, as a hint only
 */
public record Snapshot(
    String id,
    OffsetDateTime time,
    Optional<String> parent,
    BlobId tree,
    List<String> paths,
    String hostname,
    String username,
    List<String> tags) {
  public boolean hasTag(String tag) {
    return tags.contains(tag);
  }
}
