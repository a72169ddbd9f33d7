package io.coffer.engine.check;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.PackContents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Collects what a check finds, from many threads. */
final class Findings {
  final AtomicLong readBytes = new AtomicLong();
  private final List<String> errors = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();
  private final Set<BlobId> badBlobs = new HashSet<>();

  synchronized void error(String message) {
    errors.add(message);
  }

  synchronized void hint(String message) {
    hints.add(message);
  }

  synchronized void badPack(PackContents pack, String message) {
    errors.add(message);
    touch(pack);
  }

  /** Whatever uses a pack is to be told, although its blobs may still be read. */
  synchronized void touch(PackContents pack) {
    pack.blobs().forEach(blob -> badBlobs.add(blob.id()));
  }

  synchronized void badBlob(BlobId id, String message) {
    errors.add(message);
    badBlobs.add(id);
  }

  synchronized boolean isBad(BlobId id) {
    return badBlobs.contains(id);
  }

  synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  synchronized List<String> hints() {
    return List.copyOf(hints);
  }
}
