package io.coffer.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.contracts.policy.PolicyEvent.BackupsReleased;
import io.coffer.contracts.policy.PolicyEvent.ReleasedBackup;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.policy.retention.Guard;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetainingTest {

  private static final Instant NOW = Samples.TIME.plus(Duration.ofDays(100));
  private static final Instant SINCE = NOW.minus(Duration.ofDays(3));
  private static final String NEWEST_ONE = "{\"max_backups\":1}";

  @Test
  void ordersWhatARuleLetsGoOfWithItsReason() {
    BackupCopy old = backup("a", 3, "available", true);
    BackupCopy newest = backup("a", 1, "available", true);
    BackupCopy other = backup("b", 2, "available", true);
    Decision.Accepted decision = decide(policy(NEWEST_ONE, true), false, old, newest, other);
    BackupsReleased released = (BackupsReleased) decision.events().get(0);
    assertThat(released.policyId()).isEqualTo(Samples.POLICY);
    assertThat(released.backups())
        .extracting(ReleasedBackup::backupId, ReleasedBackup::cause)
        .containsExactly(tuple(old.id(), "quantity"));
    assertThat(decision.commands()).containsExactly(new DeleteBackup(old.id(), "retention"));
  }

  @Test
  void letsARuleByQuantityTakeHoldWithTheFirstGoodBackupThatWasBegunUnderIt() {
    BackupCopy four = backup("a", 4, "available", true);
    BackupCopy five = backup("a", 5, "available", true);
    Optional<PolicyState> rule = policy(NEWEST_ONE, true);
    assertThat(decide(rule, false, four, five).events()).isEmpty();
    assertThat(
            decide(
                    rule,
                    false,
                    four,
                    five,
                    backup("a", 2, "error", true),
                    backup("a", 2, "available", false),
                    backup("b", 2, "available", true))
                .events())
        .isEmpty();
    assertThat(decide(rule, false, four, five, backup("a", 3, "available", true)).commands())
        .containsExactly(
            new DeleteBackup(four.id(), "retention"), new DeleteBackup(five.id(), "retention"));
  }

  @Test
  void leavesManualBackupsAloneAndCountsThemNowhere() {
    assertThat(
            decide(
                    policy(NEWEST_ONE, true),
                    false,
                    backup("a", 3, "available", true),
                    backup("a", 2, "available", false),
                    backup("a", 1, "available", false))
                .events())
        .isEmpty();
  }

  @Test
  void deletesNothingWhileThePolicyIsDisabledOrTheVaultIsLocked() {
    BackupCopy[] backups = {backup("a", 3, "available", true), backup("a", 1, "available", true)};
    assertThat(decide(policy(NEWEST_ONE, false), false, backups).events()).isEmpty();
    assertThat(decide(policy(NEWEST_ONE, true), true, backups).events()).isEmpty();
    assertThat(decide(Optional.empty(), false, backups).events()).isEmpty();
  }

  @Test
  void leavesWhatIsWrittenBackOrBeingMadeOrBeingDeleted() {
    Decision.Accepted decision =
        decide(
            policy(NEWEST_ONE, true),
            false,
            backup("a", 5, "restoring", true),
            backup("a", 4, "deleting", true),
            backup("a", 1, "available", true),
            backup("a", 0, "protecting", true));
    assertThat(decision.events()).isEmpty();
  }

  @Test
  void deletesWhatHasExpiredAlsoWhenItsPolicyIsGone() {
    BackupCopy expired =
        new BackupCopy(
            UUID.randomUUID(),
            Samples.VAULT,
            "a",
            "name",
            "backup",
            "available",
            true,
            1,
            NOW.minus(Duration.ofDays(8)),
            NOW);
    assertThat(decide(Optional.empty(), false, expired).commands())
        .containsExactly(new DeleteBackup(expired.id(), "retention"));
  }

  @Test
  void keepsTheNewestTenThatFailedForAMonth() {
    List<BackupCopy> failed =
        Stream.iterate(1, day -> day + 1)
            .limit(12)
            .map(day -> backup("a", day, "error", true))
            .toList();
    BackupCopy ancient = backup("b", 40, "error", true);
    Decision.Accepted decision =
        decide(
            policy(NEWEST_ONE, true),
            false,
            Stream.concat(failed.stream(), Stream.of(ancient)).toArray(BackupCopy[]::new));
    assertThat(decision.commands())
        .containsExactlyInAnyOrder(
            new DeleteBackup(failed.get(10).id(), "retention"),
            new DeleteBackup(failed.get(11).id(), "retention"),
            new DeleteBackup(ancient.id(), "retention"));
  }

  private static Decision.Accepted decide(
      Optional<PolicyState> policy, boolean locked, BackupCopy... backups) {
    return (Decision.Accepted)
        Retaining.decide(
            new Retaining.State(
                policy, SINCE, locked ? Set.of(Guard.VAULT_LOCKED) : Set.of(), List.of(backups)),
            Samples.VAULT,
            NOW);
  }

  private static Optional<PolicyState> policy(String definition, boolean enabled) {
    PolicySettings settings = Samples.backup(definition);
    return Optional.of(
        new PolicyState(
            Samples.POLICY,
            new PolicySettings(
                settings.name(),
                enabled,
                settings.operationType(),
                settings.operationDefinition(),
                settings.trigger(),
                settings.policyType()),
            Samples.TIME,
            Samples.TIME,
            null));
  }

  private static BackupCopy backup(String resource, int daysAgo, String status, boolean automatic) {
    return new BackupCopy(
        UUID.randomUUID(),
        Samples.VAULT,
        resource,
        "name",
        "backup",
        status,
        automatic,
        1,
        NOW.minus(Duration.ofDays(daysAgo)),
        null);
  }
}
