package io.coffer.systemtests.faults.round;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A fault and whom it strikes. */
record Strike(Fault fault, Victim victim) {

  /** All that can happen. */
  static final List<Strike> ALL =
      Arrays.stream(Fault.values())
          .flatMap(fault -> fault.victims().stream().sorted().map(v -> new Strike(fault, v)))
          .toList();

  /** For people. */
  @Override
  public String toString() {
    return victim.process() + " " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
