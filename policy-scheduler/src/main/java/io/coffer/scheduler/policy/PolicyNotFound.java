package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** A policy that is not there, or not this project's, which is told alike. */
public final class PolicyNotFound {

  private PolicyNotFound() {}

  /** For a command. */
  public static Decision refusal(Object policyId) {
    return Decision.refuse(CbrError.POLICY_NOT_FOUND, message(policyId));
  }

  /** For a question. */
  public static Refused refused(Object policyId) {
    return new Refused(CbrError.POLICY_NOT_FOUND, message(policyId));
  }

  private static String message(Object policyId) {
    return "Policy " + policyId + " does not exist.";
  }
}
