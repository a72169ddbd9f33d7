package io.coffer.policy;

import io.coffer.contracts.CbrError;

/**
 * A policy that is refused: the documented error, and a message that opens with the field's path.
 */
public final class InvalidPolicyException extends RuntimeException {

  private final CbrError error;

  public InvalidPolicyException(CbrError error, String message) {
    super(message);
    this.error = error;
  }

  /** A field whose value is against the rules. */
  public static InvalidPolicyException of(String field, String rest) {
    return new InvalidPolicyException(CbrError.INVALID_PARAMETER, field + " " + rest);
  }

  public CbrError error() {
    return error;
  }
}
