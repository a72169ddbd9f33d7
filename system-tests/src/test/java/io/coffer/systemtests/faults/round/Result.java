package io.coffer.systemtests.faults.round;

import java.util.List;

/**
 * How a round went.
 *
 * @param upSeconds how long {@code ./coffer up} took after the fault
 * @param broken which invariants were broken and how; empty when all is well
 */
record Result(Round round, double upSeconds, List<String> broken) {

  boolean isGood() {
    return broken.isEmpty();
  }

  @Override
  public String toString() {
    return round + (isGood() ? " is good" : " breaks " + String.join("; ", broken));
  }
}
