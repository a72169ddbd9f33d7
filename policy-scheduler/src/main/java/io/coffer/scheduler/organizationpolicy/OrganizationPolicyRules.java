package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.policy.PolicyRules;
import java.util.Optional;

/** Whether the policy that projects would get can be understood. */
final class OrganizationPolicyRules {

  private static final PolicyRules RULES =
      new PolicyRules("policy.policy_operation_definition", "policy.policy_trigger.properties.");

  private OrganizationPolicyRules() {}

  /** The refusal, which opens with the path of the field; empty when all is well. */
  static Optional<Decision> refusal(OrganizationPolicySettings settings) {
    return RULES.refusal(settings.delivered());
  }
}
