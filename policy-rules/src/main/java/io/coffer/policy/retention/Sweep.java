package io.coffer.policy.retention;

import io.coffer.policy.retention.Verdict.Ignored;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What becomes of the backups that one resource has in one vault. */
public final class Sweep {

  private Sweep() {}

  /**
   * One verdict for each backup, in the order given: by the rule, and of those that failed, by what
   * holds for them. Without a policy the rule is {@link RetentionRules#permanent()}.
   *
   * @param running whether the next backup of the resource is being made
   */
  public static List<Verdict> verdicts(
      RetentionRules rules, List<BackupFacts> backups, Instant now, boolean running) {
    Map<String, Verdict> failed = FailedSweep.verdicts(backups, new Guards(backups, now, running));
    return byRule(rules, backups, now, running).stream()
        .map(verdict -> failed.getOrDefault(verdict.backup().id(), verdict))
        .toList();
  }

  /** The verdicts of the rule alone: it ignores what failed. */
  public static List<Verdict> byRule(
      RetentionRules rules, List<BackupFacts> backups, Instant now, boolean running) {
    Retention retention = new Retention(rules, backups, now, running);
    return backups.stream().map(retention::verdict).toList();
  }

  /** The verdicts while the policy is disabled: then nothing goes. */
  public static List<Verdict> whileDisabled(List<BackupFacts> backups) {
    return backups.stream()
        .<Verdict>map(
            backup ->
                backup.counts()
                    ? new Kept(backup, List.of(new Why.Disabled()))
                    : new Ignored(backup, backup.available() ? "manual" : backup.status()))
        .toList();
  }
}
