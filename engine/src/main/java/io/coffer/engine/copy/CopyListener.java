package io.coffer.engine.copy;

/** The caller's side of a running copy. Called by many threads, one at a time. */
public interface CopyListener {
  CopyListener NONE = new CopyListener() {};

  /**
   * How far it is; the middle is reached when all is copied and nothing is verified.
   *
   * @param totalBytes of all blobs that are needed, each counted for the copy and for its check
   * @param storedBytes what the other repository grew by
   */
  default void progressed(long totalBytes, long processedBytes, long storedBytes) {}

  /** All is copied, and is read back from now on. */
  default void verifying() {}

  /** Asked every few megabytes; the copy ends with a cancellation on true. */
  default boolean isCancelled() {
    return false;
  }
}
