package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;

/** The caller's side of a running restore. Called by many threads, one at a time. */
public interface RestoreListener {
  RestoreListener NONE = new RestoreListener() {};

  /** Bytes of the target that are right by now; never falls. */
  default void progressed(long totalBytes, long processedBytes) {}

  /** Asked every few megabytes; the restore ends with {@link CancelledException} on true. */
  default boolean isCancelled() {
    return false;
  }
}
