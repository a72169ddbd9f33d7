package io.coffer.worker.delivery;

/**
 * What came of an attempt.
 *
 * @param reason why it failed; holds no address and no secret
 */
public record Attempt(End end, String reason) {

  /** The ends of an attempt. */
  enum End {
    DELIVERED,
    GONE,
    FAILED,
    HOPELESS
  }

  /** The receiver said that it has it. */
  public static final Attempt DELIVERED = new Attempt(End.DELIVERED, "");

  /** The receiver said that it is gone for good. */
  public static final Attempt GONE = new Attempt(End.GONE, "");

  /** Another one may succeed. */
  public static Attempt failed(String reason) {
    return new Attempt(End.FAILED, reason);
  }

  /** No other one can succeed. */
  static Attempt hopeless(String reason) {
    return new Attempt(End.HOPELESS, reason);
  }
}
