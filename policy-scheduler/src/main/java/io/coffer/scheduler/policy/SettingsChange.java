package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;

/** The settings of a policy after a change: what it names is replaced whole, the rest stays. */
public final class SettingsChange {

  private SettingsChange() {}

  static PolicySettings by(PolicySettings now, UpdatePolicy change) {
    return new PolicySettings(
        or(change.name(), now.name()),
        or(change.enabled(), now.enabled()),
        now.operationType(),
        or(change.operationDefinition(), now.operationDefinition()),
        change.trigger() == null ? now.trigger() : trigger(now.trigger(), change.trigger()),
        or(change.policyType(), now.policyType()));
  }

  /** When a policy acts after a change; an empty zone goes back to UTC. */
  public static PolicyTrigger trigger(PolicyTrigger now, PolicyTrigger change) {
    String zone = or(change.scheduleTimezone(), now.scheduleTimezone());
    return new PolicyTrigger(
        or(change.pattern(), now.pattern()),
        or(change.startWindowMinutes(), now.startWindowMinutes()),
        zone == null || zone.isEmpty() ? null : zone);
  }

  private static <T> T or(T wanted, T now) {
    return wanted == null ? now : wanted;
  }
}
