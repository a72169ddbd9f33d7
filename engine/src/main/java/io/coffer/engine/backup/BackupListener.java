package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;

/** The caller's side of a running backup. Called by many threads, one at a time. */
public interface BackupListener {
  BackupListener NONE = new BackupListener() {};

  /** What was done so far; never falls. Called some hundred times a second at most. */
  default void progressed(BackupProgress progress) {}

  /** Asked every few megabytes; the backup ends with {@link CancelledException} on true. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * Called once all is read and stored, before a snapshot says so: the last chance to stop, by
   * throwing, for one who knows that it was not what it should have been.
   */
  default void allRead() {}
}
