package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.Hasher;
import java.util.Optional;

/** The kinds of files of a repository and the folders they lie in. */
public enum FileType {
  CONFIG(""),
  KEY("keys"),
  PACK("data"),
  INDEX("index"),
  SNAPSHOT("snapshots"),
  LOCK("locks"),

  /** Coffer's own, unknown to the stock tool and ignored by it: the one file that is rewritten. */
  PRUNE_MARKS("");

  private final String folder;

  FileType(String folder) {
    this.folder = folder;
  }

  /** The path of a file relative to the root of the repository, with {@code /} between parts. */
  public String path(String name) {
    return switch (this) {
      case CONFIG -> "config";
      case PRUNE_MARKS -> "coffer-prune-marks";
      case PACK -> folder + "/" + name.substring(0, 2) + "/" + name;
      default -> folder + "/" + name;
    };
  }

  /**
   * The bytes of a file whose name is their hash, as of all but the config and the marks.
   *
   * @throws DamagedException if they are not what was written
   */
  byte[] verified(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw new DamagedException(path(name) + " is empty");
    }
    if (!new Hasher().id(bytes, 0, bytes.length).hex().equals(name)) {
      throw new DamagedException(path(name) + " is damaged: its hash is not its name");
    }
    return bytes;
  }

  /** The folder that holds files of this kind; none for the config. */
  Optional<String> folder() {
    return folder.isEmpty() ? Optional.empty() : Optional.of(folder);
  }
}
