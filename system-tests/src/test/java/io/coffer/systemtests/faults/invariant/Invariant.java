package io.coffer.systemtests.faults.invariant;

import java.util.ArrayList;
import java.util.List;

/** What no fault may break. In the order in which it can be checked. */
public enum Invariant {
  I2("every accepted task ends, and here with success", TasksEnd::check),
  I1("what was acknowledged is there, once", AcknowledgedIsThere::check),
  I3("what is restored is what was backed up", BytesComeBack::check),
  I6("another tenant sees nothing of it", TenantsStayApart::check),
  I11(
      "progress never falls, states follow their order, a backup is one snapshot",
      OneWriter::check),
  I12("no secret is in logs, topics or tables", SecretsStayInside::check),
  I10("stores rebuilt from their topics are equal, and nothing is a dead letter", Rebuilt::check);

  private final String sentence;
  private final Check check;

  Invariant(String sentence, Check check) {
    this.sentence = sentence;
    this.check = check;
  }

  /** What it promises, for people. */
  public String sentence() {
    return sentence;
  }

  /** Checks all; returns what is broken and how, by the invariants' names. */
  public static List<String> broken(Aftermath aftermath) {
    List<String> broken = new ArrayList<>();
    for (Invariant invariant : values()) {
      try {
        invariant.check.run(aftermath);
      } catch (Exception | AssertionError e) {
        broken.add(invariant + ": " + e.getMessage());
      }
    }
    return broken;
  }

  private interface Check {
    void run(Aftermath aftermath) throws Exception;
  }
}
