package io.coffer.cli.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What a ratio that is measured shall be: at most, or at least, a certain one. */
record Goal(String ratio, double value, boolean atMost) {

  /** Prints whether the ratio that was measured meets this. */
  void print(double measured, PrintStream out) {
    boolean met = atMost ? measured <= value : measured >= value;
    out.printf(
        Locale.ROOT,
        "%s  %s = %.2f (goal: at %s %.2f)%n",
        met ? "pass" : "FAIL",
        ratio,
        measured,
        atMost ? "most" : "least",
        value);
  }
}
