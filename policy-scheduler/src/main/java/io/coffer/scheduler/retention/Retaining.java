package io.coffer.scheduler.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.coffer.contracts.policy.PolicyEvent.BackupsReleased;
import io.coffer.contracts.policy.PolicyEvent.ReleasedBackup;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.policy.retention.BackupFacts;
import io.coffer.policy.retention.Guard;
import io.coffer.policy.retention.RetentionRules;
import io.coffer.policy.retention.Sweep;
import io.coffer.policy.retention.Verdict;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Which backups of a vault go now. */
final class Retaining {

  /** So many go at once, for a fact has an end of its own; the others an hour later. */
  static final int MOST = 2_000;

  private Retaining() {}

  /**
   * What is known.
   *
   * @param policy the backup policy of the vault; empty for none
   * @param since from when the policy is what it is and applied to the vault
   * @param guards what backups in the vault must stay for whatever a policy says
   * @param backups those of the vault, or of one resource in it
   */
  record State(
      Optional<PolicyState> policy, Instant since, Set<Guard> guards, List<BackupCopy> backups) {

    /** The same under another policy. */
    State under(PolicyState other) {
      return new State(Optional.of(other), other.updatedAt(), guards, backups);
    }

    /** The same with other backups of the vault. */
    State of(List<BackupCopy> others) {
      return new State(policy, since, guards, others);
    }
  }

  /** Backups as the rules see them. */
  static List<BackupFacts> facts(State state, List<BackupCopy> backups) {
    return backups.stream().map(one -> one.facts(state.guards())).toList();
  }

  /** What becomes of each backup now, resource by resource. */
  static List<Verdict> verdicts(State state, Instant now) {
    return new TreeMap<>(state.backups().stream().collect(groupingBy(BackupCopy::resourceId)))
        .values().stream().flatMap(one -> ofResource(state, one, now).stream()).toList();
  }

  /** The fact that backups go, and the orders to delete them. */
  static Decision decide(State state, UUID vaultId, Instant now) {
    return release(state.policy(), going(state, now), vaultId, now);
  }

  /**
   * Those that go. A rule by quantity takes hold with the first good backup that was begun under
   * it, so that a number can be corrected until then.
   */
  static List<Verdict.Goes> going(State state, Instant now) {
    Set<String> held =
        state.backups().stream()
            .filter(one -> one.isGoodAndAutomatic() && !one.takenAt().isBefore(state.since()))
            .map(BackupCopy::resourceId)
            .collect(toSet());
    Map<String, String> resources =
        state.backups().stream().collect(toMap(one -> one.id().toString(), BackupCopy::resourceId));
    return verdicts(state, now).stream()
        .filter(Verdict.Goes.class::isInstance)
        .map(Verdict.Goes.class::cast)
        .filter(
            one ->
                one.cause() != Verdict.Cause.QUANTITY
                    || held.contains(resources.get(one.backup().id())))
        .toList();
  }

  /** The fact and the orders for the first of those that go. */
  static Decision release(
      Optional<PolicyState> policy, List<Verdict.Goes> going, UUID vaultId, Instant now) {
    if (going.isEmpty()) {
      return Decision.nothing();
    }
    List<ReleasedBackup> released =
        going.stream()
            .limit(MOST)
            .map(one -> new ReleasedBackup(UUID.fromString(one.backup().id()), one.cause().word()))
            .toList();
    UUID policyId = policy.map(PolicyState::id).orElse(null);
    return Decision.accept(new BackupsReleased(vaultId, policyId, released, now))
        .and(released.stream().map(one -> new DeleteBackup(one.backupId(), "retention")).toList());
  }

  private static List<Verdict> ofResource(State state, List<BackupCopy> backups, Instant now) {
    List<BackupFacts> facts = facts(state, backups);
    boolean disabled = state.policy().filter(policy -> !policy.settings().enabled()).isPresent();
    if (disabled) {
      return Sweep.whileDisabled(facts);
    }
    return Sweep.verdicts(
        state.policy().map(one -> one.definition().retention()).orElse(RetentionRules.permanent()),
        facts,
        now,
        backups.stream().anyMatch(BackupCopy::isUnderWay));
  }
}
