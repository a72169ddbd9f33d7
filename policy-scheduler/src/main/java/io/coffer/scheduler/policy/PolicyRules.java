package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.calendar.Schedule;
import io.coffer.policy.definition.OperationDefinition;
import java.util.Optional;

/** Whether the settings of a policy can be understood. */
final class PolicyRules {

  private static final String PROPERTIES = "policy.trigger.properties.";

  private PolicyRules() {}

  /** The refusal, which opens with the path of the field; empty when all is well. */
  static Optional<Decision> refusal(PolicySettings settings) {
    try {
      OperationDefinition.parse("policy.operation_definition", settings.operationDefinition());
      Schedule.parse(
          PROPERTIES + "pattern",
          settings.trigger().pattern(),
          Schedule.zone(PROPERTIES + "x_schedule_timezone", settings.trigger().scheduleTimezone()));
      return Optional.empty();
    } catch (InvalidPolicyException invalid) {
      return Optional.of(Decision.refuse(invalid.error(), invalid.getMessage()));
    }
  }
}
