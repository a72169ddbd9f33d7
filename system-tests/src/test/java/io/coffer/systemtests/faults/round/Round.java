package io.coffer.systemtests.faults.round;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One fault of one process in the middle of all kinds of work. The seed and the number decide
 * everything that is chosen in it; what the machine does with that is its own.
 */
record Round(long seed, int number, Strike strike) {

  /**
   * The round of this number: all strikes come up in an order that the seed chooses, and then in
   * another one, so that none is left out for long.
   */
  static Round of(long seed, int number) {
    List<Strike> order = new ArrayList<>(Strike.ALL);
    Collections.shuffle(order, new Random(seed + number / order.size()));
    return new Round(seed, number, order.get(number % order.size()));
  }

  /** The chance of this round. */
  Random random() {
    return new Random(31 * seed + number);
  }

  /** What everything that is made in it is called. */
  String name() {
    return "fault-" + seed + "-" + number;
  }

  @Override
  public String toString() {
    return "round " + number + " of seed " + seed + ", " + strike;
  }
}
