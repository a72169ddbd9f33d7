package io.coffer.policy.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects in what a vector and the rules differ, as one line. */
final class Difference {

  private final List<String> all = new ArrayList<>();

  Difference compare(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      all.add(what + ": expected " + shown(expected) + ", the rules say " + shown(actual));
    }
    return this;
  }

  /** Empty where there is none. */
  String line() {
    return String.join("; ", all);
  }

  private static Object shown(Object value) {
    return value == null ? "nothing" : value;
  }
}
