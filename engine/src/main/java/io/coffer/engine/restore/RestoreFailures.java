package io.coffer.engine.restore;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a restore failed, and why.
 *
 * @param count of all
 * @param first of them, a hundred at most
 */
public record RestoreFailures(long count, List<Failure> first) {
  /** Where, below the target, and in words that do not name it again. */
  public record Failure(String path, String cause) {
    @Override
    public String toString() {
      return path + ": " + cause;
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Counts while the restore runs. Safe for many threads. */
  static final class Counter {
    private static final int MOST_TOLD = 100;

    private long count;
    private final List<Failure> first = new ArrayList<>();

    synchronized void add(Failure failure) {
      count++;
      if (first.size() < MOST_TOLD) {
        first.add(failure);
      }
    }

    synchronized RestoreFailures soFar() {
      return new RestoreFailures(count, List.copyOf(first));
    }
  }
}
