package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import java.time.Instant;

/**
 * A file of the repository that is listed and cannot be used: torn, or not to be read.
 *
 * @param modified when it was last written
 * @param cause names the file and says what is wrong with it
 */
public record UnusableFile(FileType type, String name, Instant modified, EngineException cause) {
  /** Whether what is in it is not what was written; else nobody knows what is in it. */
  public boolean isTorn() {
    return cause instanceof DamagedException;
  }

  /** Whether it is the lock of somebody who would have written it anew long ago. */
  public boolean isDeadLock(Instant now) {
    return type == FileType.LOCK && isTorn() && modified.isBefore(now.minus(LockFile.STALE_AFTER));
  }

  /** What is wrong and what helps, for people. */
  public String tell() {
    return cause.getMessage() + cure();
  }

  private String cure() {
    if (!isTorn()) {
      return "";
    }
    return switch (type) {
      case SNAPSHOT -> "; 'forget " + name + "' takes it away";
      case INDEX -> "; 'repair index' makes the indexes anew";
      case LOCK -> "; 'unlock' takes it away";
      case KEY -> "; delete this file if another key opens the repository";
      default -> "";
    };
  }
}
