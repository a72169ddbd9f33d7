package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** An organizational policy that is not there, or another account's, which is told alike. */
final class OrganizationPolicyNotFound {

  private OrganizationPolicyNotFound() {}

  /** For a command. */
  static Decision refusal(Object id) {
    return Decision.refuse(CbrError.POLICY_NOT_FOUND, message(id));
  }

  /** For a question. */
  static Refused refused(Object id) {
    return new Refused(CbrError.POLICY_NOT_FOUND, message(id));
  }

  private static String message(Object id) {
    return "Organizational policy " + id + " does not exist.";
  }
}
