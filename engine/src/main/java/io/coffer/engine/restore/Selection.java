package io.coffer.engine.restore;

import io.coffer.engine.tree.PathPattern;
import java.util.List;

/**
 * What of a snapshot is restored: all, what patterns include, or what they do not exclude. Paths
 * are their raw names from the root on.
 */
public final class Selection {
  public static final Selection ALL = new Selection(List.of(), true);

  private final List<PathPattern> patterns;
  private final boolean isExcluding;

  private Selection(List<PathPattern> patterns, boolean isExcluding) {
    this.patterns = List.copyOf(patterns);
    this.isExcluding = isExcluding;
  }

  /** Only what fits a pattern, with all below it. */
  public static Selection including(List<PathPattern> patterns) {
    return new Selection(patterns, false);
  }

  /** All but what fits a pattern, and what is below it. */
  public static Selection excluding(List<PathPattern> patterns) {
    return new Selection(patterns, true);
  }

  boolean takes(List<String> path) {
    boolean fits = false;
    for (PathPattern pattern : patterns) {
      if (pattern.isNegated() ? fits : !fits) {
        fits = pattern.fits(path) != pattern.isNegated();
      }
    }
    return fits != isExcluding;
  }

  /** Whether something below a folder may be taken, the folder itself or not. */
  boolean mayTakeBelow(List<String> folder) {
    if (isExcluding) {
      return takes(folder);
    }
    boolean may = false;
    for (PathPattern pattern : patterns) {
      may = pattern.isNegated() ? may && !pattern.fits(folder) : may || pattern.mayFitBelow(folder);
    }
    return may;
  }
}
