package io.coffer.gateway.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.gateway.contract.Body;
import java.util.UUID;

/** The policy in a body (tables 4-350 and 4-380). */
public record PolicyBody(Body policy) {

  CreatePolicy create() {
    return new CreatePolicy(
        new PolicySettings(
            policy.text("name"),
            policy.flag("enabled"),
            policy.text("operation_type"),
            definition(),
            trigger(policy.object("trigger")),
            policy.text("policy_type")));
  }

  UpdatePolicy update(UUID policyId) {
    return new UpdatePolicy(
        policyId,
        policy.text("name"),
        policy.flag("enabled"),
        policy.has("operation_definition") ? definition() : null,
        policy.has("trigger") ? trigger(policy.object("trigger")) : null,
        policy.text("policy_type"));
  }

  private JsonNode definition() {
    return policy.object("operation_definition").as(JsonNode.class);
  }

  /** When a policy acts, as a body says it. */
  public static PolicyTrigger trigger(Body trigger) {
    Body properties = trigger.object("properties");
    return new PolicyTrigger(
        properties.has("pattern") ? properties.texts("pattern") : null,
        properties.number("start_window_minutes"),
        properties.text("x_schedule_timezone"));
  }
}
