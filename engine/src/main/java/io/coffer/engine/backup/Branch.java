package io.coffer.engine.backup;

import io.coffer.engine.tree.RawPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The paths that a backup was asked for, folder by folder from the root. */
final class Branch {
  private static final String ITSELF = ".";

  final Map<String, Branch> below = new TreeMap<>();
  private boolean named;
  private boolean followed;

  /**
   * @param paths absolute; one that ends in a dot means what a link leads to
   */
  static Branch of(List<Path> paths) {
    Branch root = new Branch();
    for (Path path : paths) {
      Branch branch = root;
      for (String name : RawPath.raw(path).split("/")) {
        if (name.equals(ITSELF)) {
          branch.followed = true;
        } else if (!name.isEmpty()) {
          branch = branch.below.computeIfAbsent(name, key -> new Branch());
        }
      }
      branch.named = true;
    }
    return root;
  }

  /** Whether it was named as it stands: a link that is followed stands for something else. */
  boolean isLeaf() {
    return below.isEmpty() && !followed;
  }

  /** Whether it was named itself: then all that is in it is asked for. */
  boolean isNamed() {
    return named;
  }
}
