package io.coffer.contracts.policy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an account chooses about a policy of its organization and may read back (table 4-395).
 *
 * @param name of the organizational policy
 * @param description null for none
 * @param effectiveScope a word of newer clients, returned as it is; null for none
 * @param policyName what the policy is called in each project
 */
public record OrganizationPolicySettings(
    String name,
    String description,
    String effectiveScope,
    String operationType,
    String policyName,
    boolean policyEnabled,
    JsonNode policyOperationDefinition,
    PolicyTrigger policyTrigger) {

  /** The policy that each project gets. */
  public PolicySettings delivered() {
    return new PolicySettings(
        policyName, policyEnabled, operationType, policyOperationDefinition, policyTrigger, null);
  }
}
