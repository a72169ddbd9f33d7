package io.coffer.policy.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of fires whose time came while nobody was there, or while the clock jumped. */
public final class Misfire {

  private Misfire() {}

  /**
   * The newest one runs if it is not older than the grace; those before it are skipped. Fires that
   * are still to come are left out.
   *
   * @param fires due ones that have neither run nor been skipped, in their order
   */
  public static List<FireDecision> decide(List<Instant> fires, Instant now, Duration grace) {
    List<Instant> due = fires.stream().filter(fire -> !fire.isAfter(now)).toList();
    List<FireDecision> decisions = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      boolean newest = i == due.size() - 1;
      decisions.add(new FireDecision(due.get(i), newest && !due.get(i).plus(grace).isBefore(now)));
    }
    return decisions;
  }
}
