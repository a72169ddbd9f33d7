package io.coffer.worker.source;

import java.nio.file.Path;

/**
 * Where a file system can be read and written.
 *
 * @param metadata what it was, as JSON: it goes into the backup
 */
public record MountedFolder(Path path, byte[] metadata) {

  /** A message about what is in it, without its own place: that is no business of its user. */
  public String told(String message) {
    return message.replace(path + "/", "").replace(path.toString(), "its folder");
  }
}
