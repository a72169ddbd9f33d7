package io.coffer.policy.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which fires of a resource find the run before still going on: those are skipped, not queued. */
public final class Overlap {

  private Overlap() {}

  /**
   * @param fires in their order
   * @param durations of the runs in their order; the last one holds for all that follow
   */
  public static List<FireDecision> decide(List<Instant> fires, List<Duration> durations) {
    if (durations.isEmpty()) {
      throw new IllegalArgumentException("no run has a duration");
    }
    List<FireDecision> decisions = new ArrayList<>();
    Instant busyUntil = Instant.MIN;
    int runs = 0;
    for (Instant fire : fires) {
      boolean free = !fire.isBefore(busyUntil);
      if (free) {
        busyUntil = fire.plus(durations.get(Math.min(runs++, durations.size() - 1)));
      }
      decisions.add(new FireDecision(fire, free));
    }
    return decisions;
  }
}
