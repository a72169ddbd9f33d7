package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.calendar.Schedule;
import io.coffer.policy.definition.OperationDefinition;
import java.util.Optional;

/**
 * Whether the settings of a policy can be understood.
 *
 * @param definition where a request has its definition
 * @param properties where a request has what its trigger says, with a dot behind
 */
public record PolicyRules(String definition, String properties) {

  static final PolicyRules OF_A_POLICY =
      new PolicyRules("policy.operation_definition", "policy.trigger.properties.");

  /** The refusal, which opens with the path of the field; empty when all is well. */
  public Optional<Decision> refusal(PolicySettings settings) {
    try {
      OperationDefinition.parse(definition, settings.operationDefinition());
      Schedule.parse(
          properties + "pattern",
          settings.trigger().pattern(),
          Schedule.zone(properties + "x_schedule_timezone", settings.trigger().scheduleTimezone()));
      return Optional.empty();
    } catch (InvalidPolicyException invalid) {
      return Decision.no(invalid.error(), invalid.getMessage());
    }
  }
}
