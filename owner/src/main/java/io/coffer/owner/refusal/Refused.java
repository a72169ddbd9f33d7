package io.coffer.owner.refusal;

import io.coffer.contracts.CbrError;

/** A question that is answered with a documented error. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final CbrError error;

  public Refused(CbrError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  /** A parameter that cannot be read. */
  public static Refused parameter(String name, String why) {
    return new Refused(CbrError.INVALID_PARAMETER, name + " " + why + ".");
  }

  public CbrError error() {
    return error;
  }
}
