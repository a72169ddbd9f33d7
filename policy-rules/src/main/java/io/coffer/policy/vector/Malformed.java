package io.coffer.policy.vector;

/** A vector that does not say what its kind must say; the message names the place. */
final class Malformed extends RuntimeException {

  Malformed(String message) {
    super(message);
  }
}
