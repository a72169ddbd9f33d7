package io.coffer.billing.order;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;

/** A domain that cannot buy. */
public final class NoAccount {

  private NoAccount() {}

  public static Decision refusal() {
    return Decision.refuse(
        CbrError.ORDER_PARAMETER_INVALID, "No account was opened for this domain.");
  }
}
