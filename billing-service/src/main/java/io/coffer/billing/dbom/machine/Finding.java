package io.coffer.billing.dbom.machine;

/**
 * How far an instance is with what it is on its way to.
 *
 * @param reason why it failed; null where it did not
 */
public record Finding(Kind kind, String reason) {

  /** Whether it got there. */
  public enum Kind {
    WORKING,
    DONE,
    FAILED
  }

  static final Finding WORKING = new Finding(Kind.WORKING, null);
  static final Finding DONE = new Finding(Kind.DONE, null);

  static Finding failed(String reason) {
    return new Finding(Kind.FAILED, reason);
  }
}
