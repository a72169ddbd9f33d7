package io.coffer.engine.command;

import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The arguments of this process by their bytes: the JVM decodes them by the locale before us. */
final class ProcessWords {
  private static final Path BYTES = Path.of("/proc/self/cmdline");

  private ProcessWords() {}

  /**
   * One char per byte.
   *
   * @param decoded the last arguments of the process, as the JVM gives them
   */
  static List<String> of(List<String> decoded) {
    List<String> all = all();
    if (all.size() >= decoded.size()) {
      List<String> last = all.subList(all.size() - decoded.size(), all.size());
      if (areSame(last, decoded)) {
        return last;
      }
    }
    return decoded.stream().map(RawPath::ofText).toList();
  }

  private static List<String> all() {
    try {
      List<String> parts =
          List.of(Files.readString(BYTES, StandardCharsets.ISO_8859_1).split("\0", -1));
      return parts.subList(0, parts.size() - 1); // each ends in a NUL
    } catch (IOException e) { // another kind of system
      return List.of();
    }
  }

  /** Where the JVM decoded ASCII alone, the bytes must be the same. */
  private static boolean areSame(List<String> raw, List<String> decoded) {
    for (int i = 0; i < raw.size(); i++) {
      boolean isAscii = raw.get(i).chars().allMatch(c -> c < 128);
      if (isAscii && !raw.get(i).equals(decoded.get(i))) {
        return false;
      }
    }
    return true;
  }
}
