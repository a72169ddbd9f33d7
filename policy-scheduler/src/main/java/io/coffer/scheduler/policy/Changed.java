package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;

/** The settings of a policy after a change: what it names is replaced whole, the rest stays. */
final class Changed {

  private Changed() {}

  static PolicySettings by(PolicySettings now, UpdatePolicy change) {
    return new PolicySettings(
        or(change.name(), now.name()),
        or(change.enabled(), now.enabled()),
        now.operationType(),
        or(change.operationDefinition(), now.operationDefinition()),
        change.trigger() == null ? now.trigger() : by(now.trigger(), change.trigger()),
        or(change.policyType(), now.policyType()));
  }

  private static PolicyTrigger by(PolicyTrigger now, PolicyTrigger change) {
    return new PolicyTrigger(
        or(change.pattern(), now.pattern()),
        or(change.startWindowMinutes(), now.startWindowMinutes()),
        or(change.scheduleTimezone(), now.scheduleTimezone()));
  }

  private static <T> T or(T wanted, T now) {
    return wanted == null ? now : wanted;
  }
}
