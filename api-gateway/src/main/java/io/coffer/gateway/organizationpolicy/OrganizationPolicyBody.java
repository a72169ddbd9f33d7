package io.coffer.gateway.organizationpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.policy.OrganizationPolicyCommand.CreateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyCommand.UpdateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.policy.PolicyBody;
import java.util.UUID;

/** The organizational policy in a body (tables 4-395 and 4-415). */
record OrganizationPolicyBody(Body policy) {

  private static final String DEFINITION = "policy_operation_definition";
  private static final String TRIGGER = "policy_trigger";

  CreateOrganizationPolicy create(String domainName) {
    return new CreateOrganizationPolicy(
        domainName,
        new OrganizationPolicySettings(
            policy.text("name"),
            policy.text("description"),
            policy.text("effective_scope"),
            policy.text("operation_type"),
            policy.text("policy_name"),
            policy.flag("policy_enabled"),
            definition(),
            PolicyBody.trigger(policy.object(TRIGGER))));
  }

  UpdateOrganizationPolicy update(UUID id) {
    return new UpdateOrganizationPolicy(
        id,
        policy.text("name"),
        policy.text("description"),
        policy.text("effective_scope"),
        policy.text("policy_name"),
        policy.flag("policy_enabled"),
        policy.has(DEFINITION) ? definition() : null,
        policy.has(TRIGGER) ? PolicyBody.trigger(policy.object(TRIGGER)) : null);
  }

  private JsonNode definition() {
    return policy.object(DEFINITION).as(JsonNode.class);
  }
}
