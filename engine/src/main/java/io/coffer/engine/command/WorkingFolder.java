package io.coffer.engine.command;

import io.coffer.engine.tree.Environment;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where relative paths begin: by its bytes, which the JVM only knows in some locales. */
final class WorkingFolder {
  private static final Path LINK = Path.of("/proc/self/cwd");

  private WorkingFolder() {}

  /** The absolute path that a raw path means, without dots. */
  static Path resolve(String raw) {
    return RawPath.of(absolute(raw)).normalize();
  }

  /** The same raw path from the root, otherwise as it stands. */
  static String absolute(String raw) {
    return raw.startsWith("/") ? raw : RawPath.raw(here()) + "/" + raw;
  }

  /** As the shell calls it, by the links that lead there, like the stock tool. */
  private static Path here() {
    return Environment.value("PWD")
        .filter(raw -> raw.startsWith("/"))
        .map(RawPath::of)
        .filter(WorkingFolder::isHere)
        .orElseGet(WorkingFolder::real);
  }

  private static boolean isHere(Path path) {
    try {
      return Files.isSameFile(path, LINK);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path real() {
    try {
      return Files.readSymbolicLink(LINK);
    } catch (IOException e) {
      return Path.of("").toAbsolutePath();
    }
  }
}
