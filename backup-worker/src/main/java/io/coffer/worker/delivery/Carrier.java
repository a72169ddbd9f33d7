package io.coffer.worker.delivery;

import java.time.Instant;

/** A way out of the house. Found as a bean by its kind; called on threads that may wait. */
public interface Carrier {

  /** The kind of subscriptions that it serves. */
  String kind();

  /**
   * Refuses what it could not carry anything to.
   *
   * @param secret what it shows to the receiver; null for none
   * @throws TargetRefused with the reason
   */
  void check(String target, String secret);

  /** Tries once. Returns in bounded time, whatever the receiver does. */
  Attempt carry(Delivery delivery, String secret, Instant now);
}
