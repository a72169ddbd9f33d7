package io.coffer.scheduler.backup;

import io.coffer.policy.retention.BackupFacts;
import io.coffer.policy.retention.Guard;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A backup as decisions see it.
 *
 * @param status in the owner's word
 */
public record BackupCopy(
    UUID id,
    UUID vaultId,
    String resourceId,
    String resourceName,
    String name,
    String status,
    boolean automatic,
    long storedBytes,
    Instant takenAt,
    Instant expiredAt) {

  static final String PROTECTING = "protecting";
  static final String AVAILABLE = "available";
  static final String RESTORING = "restoring";
  static final String DELETING = "deleting";
  static final String ERROR = "error";

  /** Whether it is still being made. */
  public boolean isUnderWay() {
    return status.equals(PROTECTING);
  }

  /** Whether a policy made it, and it can be restored. */
  public boolean isGoodAndAutomatic() {
    return automatic && (status.equals(AVAILABLE) || status.equals(RESTORING));
  }

  /** For the rules of retention: what is being written back is a good backup that must stay. */
  public BackupFacts facts(Set<Guard> ofVault) {
    boolean restoring = status.equals(RESTORING);
    Set<Guard> guards = EnumSet.noneOf(Guard.class);
    guards.addAll(ofVault);
    if (restoring) {
      guards.add(Guard.RESTORING);
    }
    return new BackupFacts(
        id.toString(), takenAt, restoring ? AVAILABLE : status, automatic, expiredAt, null, guards);
  }
}
