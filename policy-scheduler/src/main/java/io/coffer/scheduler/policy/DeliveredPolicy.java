package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import java.util.Optional;

/** A policy that an account gave the project: only the account changes or deletes it. */
final class DeliveredPolicy {

  private DeliveredPolicy() {}

  /** The refusal of a change; empty for a policy of the project's own. */
  static Optional<Decision> refusal(PolicyState policy) {
    return policy.organizationPolicyId() == null
        ? Optional.empty()
        : Optional.of(
            Decision.refuse(
                CbrError.INVALID_PARAMETER,
                "policy_id names a policy that organizational policy "
                    + policy.organizationPolicyId()
                    + " delivered: it is changed and deleted only with that."));
  }
}
