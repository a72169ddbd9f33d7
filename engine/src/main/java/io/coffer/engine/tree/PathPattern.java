package io.coffer.engine.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths, as the stock tool's filters have them. It fits a path if it fits the path
 * itself or a folder above. One that begins with a slash begins at the root, any other anywhere.
 * {@code **} stands for any number of folders; the rest is as in {@link NamePattern}.
 */
public final class PathPattern {
  private static final String FOLDERS = "**";

  private final boolean isNegated;
  private final boolean isAbsolute;
  private final List<String> texts = new ArrayList<>();
  private final List<NamePattern> names = new ArrayList<>();

  private PathPattern(boolean isNegated, boolean isAbsolute) {
    this.isNegated = isNegated;
    this.isAbsolute = isAbsolute;
  }

  /**
   * @param raw one char per byte; a {@code !} before it takes away what others fit
   * @throws IllegalArgumentException if it is malformed
   */
  public static PathPattern parse(String raw) {
    boolean isNegated = raw.startsWith("!");
    String path = isNegated ? raw.substring(1) : raw;
    PathPattern pattern = new PathPattern(isNegated, path.startsWith("/"));
    for (String part : path.split("/")) {
      pattern.add(part);
    }
    if (!pattern.isAbsolute && pattern.texts.isEmpty()) {
      throw new IllegalArgumentException("a pattern of paths");
    }
    return pattern;
  }

  /** Dots and double slashes mean nothing, and two dots take a part away. */
  private void add(String part) {
    int last = texts.size() - 1;
    if (part.equals("..") && last >= 0 && !texts.get(last).equals("..")) {
      texts.remove(last);
      names.remove(last);
    } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && isAbsolute)) {
      texts.add(part);
      names.add(NamePattern.parse(part));
    }
  }

  public boolean isNegated() {
    return isNegated;
  }

  /** Whether it fits a path: the raw names from the root on. */
  public boolean fits(List<String> path) {
    int last = isAbsolute ? 0 : path.size();
    for (int from = 0; from <= last; from++) {
      if (fits(0, path, from, path.size() + (isAbsolute ? 0 : from + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may fit something below a folder. */
  public boolean mayFitBelow(List<String> folder) {
    if (!isAbsolute) {
      return true;
    }
    for (int i = 0; i < Math.min(folder.size(), texts.size()); i++) {
      if (texts.get(i).equals(FOLDERS)) {
        return true;
      }
      if (!names.get(i).fits(folder.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param most where the pattern may end, each {@code **} behind counted as one name: so the stock
   *     tool has it
   */
  private boolean fits(int part, List<String> path, int from, int most) {
    if (part == texts.size()) {
      return true;
    }
    if (texts.get(part).equals(FOLDERS)) {
      int last = Math.min(path.size(), most - (texts.size() - part - 1));
      for (int next = from; next <= last; next++) {
        if (fits(part + 1, path, next, most)) {
          return true;
        }
      }
      return false;
    }
    return from < path.size()
        && names.get(part).fits(path.get(from))
        && fits(part + 1, path, from + 1, most);
  }
}
