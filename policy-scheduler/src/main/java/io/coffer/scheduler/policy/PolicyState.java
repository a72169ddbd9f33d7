package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import io.coffer.policy.definition.OperationDefinition;
import io.coffer.scheduler.calendar.Timetable;
import java.time.Instant;
import java.util.UUID;

/**
 * What decisions know of a policy.
 *
 * @param updatedAt when its settings changed last
 * @param organizationPolicyId what it was delivered by; null for a policy of the project's own
 */
public record PolicyState(
    UUID id,
    PolicySettings settings,
    Instant createdAt,
    Instant updatedAt,
    UUID organizationPolicyId) {

  /** Whether it is one of backups, and not of copies of them. */
  public boolean makesBackups() {
    return settings.operationType().equals(PolicyType.BACKUP);
  }

  /** Whether it makes backups where it is applied. */
  public boolean fires() {
    return settings.enabled() && makesBackups();
  }

  /** When it does. */
  public Timetable timetable() {
    return new Timetable(
        settings.trigger().pattern(),
        settings.trigger().scheduleTimezone(),
        createdAt,
        settings.trigger().startWindowMinutes());
  }

  /** What it does, and how long that is kept. */
  public OperationDefinition definition() {
    return OperationDefinition.parse("operation_definition", settings.operationDefinition());
  }
}
