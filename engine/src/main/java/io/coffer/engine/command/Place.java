package io.coffer.engine.command;

import io.coffer.engine.tree.RawPath;
import java.nio.file.Path;
import java.util.Set;

/** Where a repository lies, as the stock tool writes it. */
final class Place {
  private static final Set<String> ELSEWHERE =
      Set.of("s3", "sftp", "rest", "rclone", "b2", "azure", "gs", "swift");

  private Place() {}

  /**
   * The folder that a place is.
   *
   * @throws UsageException if it is no folder, or nobody can tell
   */
  static Path folder(String raw) {
    int colon = raw.indexOf(':');
    String kind = colon < 0 ? "" : raw.substring(0, colon);
    if (kind.equals("local")) {
      if (colon + 1 == raw.length()) {
        throw new UsageException("local: needs a folder behind it");
      }
      return WorkingFolder.resolve(raw.substring(colon + 1));
    }
    if (ELSEWHERE.contains(kind)) { // what follows may hold a password
      throw new UsageException("repositories at " + kind + ": are not there yet: give a folder");
    }
    if (colon >= 0 && !raw.matches("(?s)(/|\\./|\\.\\./).*")) {
      String text = RawPath.text(kind);
      throw new UsageException(
          "no place is called " + text + ": and if it is a folder, write local: before it");
    }
    return WorkingFolder.resolve(raw);
  }
}
