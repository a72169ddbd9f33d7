package io.coffer.engine.backup;

import io.coffer.engine.tree.RawPath;
import java.nio.file.Path;

/** The target of a symlink by its bytes. */
final class LinkTarget {
  private LinkTarget() {}

  /** One char per byte, relative targets as they stand. */
  static String raw(Path target) {
    if (target.isAbsolute()) {
      return RawPath.raw(target);
    }
    String prefix = RawPath.raw(Path.of("/"));
    String absolute = RawPath.raw(Path.of("/").resolve(target));
    return absolute.substring(prefix.length());
  }
}
