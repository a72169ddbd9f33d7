package io.coffer.policy.retention;

import static io.coffer.policy.retention.Backups.at;
import static io.coffer.policy.retention.Backups.daily;
import static io.coffer.policy.retention.Backups.days;
import static io.coffer.policy.retention.Backups.expiring;
import static io.coffer.policy.retention.Backups.guarded;
import static io.coffer.policy.retention.Backups.locked;
import static io.coffer.policy.retention.Backups.manual;
import static io.coffer.policy.retention.Backups.newest;
import static io.coffer.policy.retention.Backups.tiers;
import static io.coffer.policy.retention.Backups.with;
import static io.coffer.policy.retention.Backups.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {

  private static final String NOW = "2024-04-01T00:00:00Z";
  private static final List<BackupFacts> THREE = daily("2024-03-01", "2024-03-03");

  @Test
  void keepsTheUnionOfAllTiersAndNotMore() {
    assertThat(kept(tiers(0, 3, 3, 0, 0), daily("2024-03-01", "2024-03-31")))
        .containsExactly(
            "2024-03-17 weekly-3",
            "2024-03-24 weekly-2",
            "2024-03-29 daily-3",
            "2024-03-30 daily-2",
            "2024-03-31 daily-1 weekly-1");
  }

  @Test
  void doesNotCountLongTermBackupsAgainstTheNumber() {
    assertThat(kept(tiers(2, 0, 0, 2, 0), daily("2024-02-27", "2024-03-03")))
        .containsExactly(
            "2024-02-29 monthly-2", "2024-03-02 last-2", "2024-03-03 last-1 monthly-1");
  }

  @Test
  void countsOnlyBucketsThatHoldBackups() {
    List<BackupFacts> gaps =
        List.of(
            at("a", "2019-06-01T00:00:00Z"),
            at("b", "2021-06-01T00:00:00Z"),
            at("c", "2024-01-01T00:00:00Z"));
    assertThat(kept(tiers(0, 0, 0, 0, 2), gaps)).containsExactly("b yearly-2", "c yearly-1");
  }

  @Test
  void seesWeeksBeginOnMondayAlsoAcrossTheYear() {
    List<BackupFacts> turn = daily("2024-12-29", "2025-01-06");
    assertThat(kept(tiers(0, 0, 3, 0, 0), turn))
        .containsExactly("2024-12-29 weekly-3", "2025-01-05 weekly-2", "2025-01-06 weekly-1");
  }

  @Test
  void seesDaysBeginWhereTheTimezoneSays() {
    List<BackupFacts> two =
        List.of(at("a", "2024-03-01T15:59:00Z"), at("b", "2024-03-01T16:00:00Z"));
    RetentionRules shanghai = new RetentionRules(0, 5, 0, 0, 0, -1, ZoneOffset.ofHours(8));
    assertThat(kept(shanghai, two)).containsExactly("a daily-2", "b daily-1");
    assertThat(kept(tiers(0, 5, 0, 0, 0), two)).containsExactly("b daily-1");
  }

  @Test
  void takesTheHigherIdOfTwoBackupsOfOneInstant() {
    List<BackupFacts> twins =
        List.of(at("b", "2024-03-01T00:00:00Z"), at("a", "2024-03-01T00:00:00Z"));
    assertThat(kept(newest(1), twins)).containsExactly("b last-1");
  }

  @Test
  void neitherDeletesNorCountsManualBackups() {
    List<BackupFacts> backups = List.of(THREE.get(0), THREE.get(1), manual(THREE.get(2)));
    assertThat(all(newest(1), backups))
        .containsExactly(
            "2024-03-01 goes quantity", "2024-03-02 last-1", "2024-03-03 ignored manual");
  }

  @Test
  void obeysAnExpiryThatAManualBackupWasGiven() {
    BackupFacts manual = manual(at("m", "2024-03-01T00:00:00Z"));
    assertThat(all(newest(1), List.of(expiring(manual, "2024-03-31T00:00:00Z"))))
        .containsExactly("m goes expired");
    assertThat(all(newest(1), List.of(expiring(manual, "2024-04-30T00:00:00Z"))))
        .containsExactly("m until 2024-04-30T00:00:00Z");
  }

  @Test
  void countsOnlyGoodBackups() {
    List<BackupFacts> backups =
        List.of(THREE.get(0), with(THREE.get(1), "error"), with(THREE.get(2), "deleting"));
    assertThat(rule(newest(1), backups))
        .containsExactly(
            "2024-03-01 last-1", "2024-03-02 ignored error", "2024-03-03 ignored deleting");
  }

  @Test
  void expiresAtTheVeryInstant() {
    List<BackupFacts> backups =
        List.of(
            expiring(at("a", "2024-03-01T00:00:00Z"), NOW),
            expiring(at("b", "2024-03-01T00:00:00Z"), "2024-04-01T00:00:00.001Z"));
    assertThat(all(days(30), backups))
        .containsExactly("a goes expired", "b until 2024-04-01T00:00:00.001Z");
  }

  @Test
  void letsANewNumberHoldForOldBackupsToo() {
    assertThat(all(newest(1), THREE))
        .containsExactly(
            "2024-03-01 goes quantity", "2024-03-02 goes quantity", "2024-03-03 last-1");
  }

  @Test
  void keepsOldBackupsForEverWhenQuantityBecomesTimeOrNothing() {
    assertThat(kept(days(1), THREE))
        .containsExactly("2024-03-01 permanent", "2024-03-02 permanent", "2024-03-03 permanent");
    assertThat(kept(RetentionRules.permanent(), THREE)).hasSize(3);
  }

  @Test
  void keepsOldExpiriesWhenTimeBecomesAnotherTimeOrNothing() {
    BackupFacts old = expiring(THREE.get(0), "2024-03-31T12:00:00Z");
    assertThat(all(days(99), List.of(old))).containsExactly("2024-03-01 goes expired");
    assertThat(all(RetentionRules.permanent(), List.of(old)))
        .containsExactly("2024-03-01 goes expired");
  }

  @Test
  void letsOldBackupsObeyBothWhenTimeBecomesQuantity() {
    List<BackupFacts> backups =
        List.of(
            expiring(THREE.get(0), "2024-05-01T00:00:00Z"),
            expiring(THREE.get(1), "2024-03-31T00:00:00Z"),
            expiring(THREE.get(2), "2024-05-01T00:00:00Z"));
    assertThat(all(newest(3), backups))
        .containsExactly("2024-03-01 last-2", "2024-03-02 goes expired", "2024-03-03 last-1");
    assertThat(all(newest(1), backups)).first().isEqualTo("2024-03-01 goes quantity");
  }

  @ParameterizedTest
  @EnumSource(
      value = Guard.class,
      names = {"WORM", "NEWEST"},
      mode = EnumSource.Mode.EXCLUDE)
  void keepsWhatIsProtected(Guard guard) {
    List<BackupFacts> backups = List.of(guarded(THREE.get(0), guard), THREE.get(1));
    assertThat(kept(newest(1), backups))
        .containsExactly("2024-03-01 guard:" + guard.word(), "2024-03-02 last-1");
  }

  @Test
  void namesAllThatProtectsABackup() {
    BackupFacts backup =
        locked(
            guarded(THREE.get(0), Guard.USED_BY_IMAGE, Guard.LEGAL_HOLD), "2024-04-01T00:00:01Z");
    assertThat(kept(newest(1), List.of(backup, THREE.get(1))))
        .first()
        .isEqualTo("2024-03-01 guard:legal_hold guard:used_by_image guard:worm");
  }

  @Test
  void keepsALockedBackupUntilItsLockEnds() {
    assertThat(all(newest(1), List.of(locked(THREE.get(0), "2024-04-01T00:00:01Z"), THREE.get(1))))
        .containsExactly("2024-03-01 guard:worm", "2024-03-02 last-1");
    assertThat(all(newest(1), List.of(locked(THREE.get(0), NOW), THREE.get(1))))
        .containsExactly("2024-03-01 goes quantity", "2024-03-02 last-1");
  }

  @Test
  void leavesAProtectedBackupItsSlot() {
    List<BackupFacts> backups =
        List.of(THREE.get(0), THREE.get(1), guarded(THREE.get(2), Guard.LEGAL_HOLD));
    assertThat(kept(newest(2), backups)).containsExactly("2024-03-02 last-2", "2024-03-03 last-1");
  }

  @Test
  void givesAnExpiredBackupNoSlotEvenWhereItIsProtected() {
    List<BackupFacts> backups =
        List.of(
            THREE.get(0),
            guarded(expiring(THREE.get(1), "2024-03-20T00:00:00Z"), Guard.USED_BY_IMAGE));
    assertThat(kept(newest(1), backups))
        .containsExactly("2024-03-01 last-1", "2024-03-02 guard:used_by_image");
  }

  @Test
  void keepsTheNewestWhileTheNextRunGoesOn() {
    List<BackupFacts> backups =
        List.of(
            expiring(THREE.get(0), "2024-03-31T00:00:00Z"),
            expiring(THREE.get(1), "2024-03-31T00:00:00Z"));
    assertThat(words(Sweep.verdicts(days(1), backups, Instant.parse(NOW), true)))
        .containsExactly("2024-03-01 goes expired", "2024-03-02 guard:newest");
    assertThat(all(days(1), backups)).last().isEqualTo("2024-03-02 goes expired");
  }

  @Test
  void doesNotTakeABackupThatFailedForTheNewest() {
    List<BackupFacts> backups =
        List.of(expiring(THREE.get(0), "2024-03-31T00:00:00Z"), with(THREE.get(1), "error"));
    assertThat(words(Sweep.verdicts(days(1), backups, Instant.parse(NOW), true)))
        .first()
        .isEqualTo("2024-03-01 guard:newest");
  }

  @Test
  void deletesNothingWhileThePolicyIsDisabled() {
    List<BackupFacts> backups =
        List.of(
            expiring(THREE.get(0), "2024-03-31T00:00:00Z"),
            manual(THREE.get(1)),
            with(THREE.get(2), "error"));
    assertThat(words(Sweep.whileDisabled(backups)))
        .containsExactly(
            "2024-03-01 disabled", "2024-03-02 ignored manual", "2024-03-03 ignored error");
  }

  private static List<String> kept(RetentionRules rules, List<BackupFacts> backups) {
    return all(rules, backups).stream().filter(word -> !word.contains(" goes ")).toList();
  }

  private static List<String> rule(RetentionRules rules, List<BackupFacts> backups) {
    return words(Sweep.byRule(rules, backups, Instant.parse(NOW), false));
  }

  private static List<String> all(RetentionRules rules, List<BackupFacts> backups) {
    return words(Sweep.verdicts(rules, backups, Instant.parse(NOW), false));
  }
}
