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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.coffer.policy.calendar.PolicyCalendar;
import io.coffer.policy.calendar.Schedule;
import io.coffer.policy.retention.Outlook.Departure;
import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlookTest {

  private static final Instant NOW = Instant.parse("2024-03-04T00:00:00Z");
  private static final PolicyCalendar NOON = calendar("FREQ=DAILY;BYHOUR=12");
  private static final List<BackupFacts> THREE = daily("2024-03-01", "2024-03-03");

  @Test
  void tellsTheFireThatPushesABackupOut() {
    assertThat(ends(newest(3), THREE))
        .containsExactly("2024-03-04T12:00:00Z", "2024-03-05T12:00:00Z", "2024-03-06T12:00:00Z");
  }

  @Test
  void tellsNowForWhatGoesNow() {
    assertThat(ends(newest(2), THREE)).first().isEqualTo(NOW.toString());
  }

  @Test
  void tellsWhenTheLastTierLetsGo() {
    // The newest of Sunday stands for its week until three newer weeks hold backups.
    assertThat(ends(tiers(1, 2, 3, 0, 0), THREE)).last().isEqualTo("2024-03-18T12:00:00Z");
    assertThat(ends(tiers(0, 0, 0, 1, 0), THREE))
        .containsExactly(NOW.toString(), NOW.toString(), "2024-03-04T12:00:00Z");
    assertThat(ends(tiers(0, 0, 0, 0, 2), List.of(at("a", "2023-05-01T00:00:00Z"))))
        .containsExactly("2025-01-01T12:00:00Z");
  }

  @Test
  void countsABucketThatABackupAlreadyHoldsOnce() {
    List<BackupFacts> backups =
        List.of(at("a", "2024-02-28T12:00:00Z"), at("b", "2024-03-03T12:00:00Z"));
    assertThat(ends(tiers(0, 0, 0, 2, 0), backups))
        .containsExactly("2024-04-01T12:00:00Z", "2024-03-04T12:00:00Z");
  }

  @Test
  void tellsTheExpiryWhereItComesFirst() {
    BackupFacts stamped = expiring(THREE.get(2), "2024-03-05T00:00:00Z");
    assertThat(ends(newest(3), List.of(stamped))).containsExactly("2024-03-05T00:00:00Z");
    assertThat(ends(newest(1), List.of(stamped))).containsExactly("2024-03-04T12:00:00Z");
    assertThat(ends(days(1), List.of(stamped))).containsExactly("2024-03-05T00:00:00Z");
    assertThat(ends(newest(3), List.of(manual(stamped)))).containsExactly("2024-03-05T00:00:00Z");
  }

  @Test
  void tellsNoEndWhereNoneIsInSight() {
    assertThat(ends(RetentionRules.permanent(), THREE)).containsExactly("", "", "");
    assertThat(ends(newest(1), List.of(manual(THREE.get(0)), THREE.get(1)))).first().isEqualTo("");
    assertThat(ends(newest(1), List.of(guarded(THREE.get(0), Guard.LEGAL_HOLD), THREE.get(1))))
        .first()
        .isEqualTo("");
    BackupFacts both = locked(guarded(THREE.get(0), Guard.LEGAL_HOLD), "2024-04-01T00:00:00Z");
    assertThat(ends(newest(1), List.of(both, THREE.get(1)))).first().isEqualTo("");
  }

  @Test
  void waitsForTheEndOfALock() {
    assertThat(ends(newest(1), List.of(locked(THREE.get(0), "2024-04-01T00:00:00Z"), THREE.get(1))))
        .first()
        .isEqualTo("2024-04-01T00:00:00Z");
    assertThat(ends(newest(3), List.of(locked(THREE.get(0), "2024-04-01T00:00:00Z"))))
        .containsExactly("2024-04-01T00:00:00Z");
    assertThat(ends(newest(3), List.of(locked(THREE.get(0), "2024-03-05T00:00:00Z"))))
        .containsExactly("2024-03-06T12:00:00Z");
    assertThat(
            ends(RetentionRules.permanent(), List.of(locked(THREE.get(0), "2024-03-05T00:00:00Z"))))
        .containsExactly("");
  }

  @Test
  void tellsWhenTheMonthOfAFailedOneEnds() {
    assertThat(ends(newest(1), List.of(with(THREE.get(0), "error"))))
        .containsExactly("2024-04-01T12:00:00Z");
  }

  @Test
  void startsWithNothing() {
    assertThat(ends(newest(1), List.of())).isEmpty();
  }

  @Test
  void locksAsLongAsTheRuleOfNowWouldKeep() {
    assertThat(lockedUntil(newest(3), 1)).isEqualTo("2024-03-06T12:00:00Z");
    assertThat(lockedUntil(newest(3), 30)).isEqualTo("2024-04-03T00:00:00Z");
    assertThat(lockedUntil(days(7), 1)).isEqualTo("2024-03-11T00:00:00Z");
    assertThat(lockedUntil(days(7), 8)).isEqualTo("2024-03-12T00:00:00Z");
    assertThat(lockedUntil(RetentionRules.permanent(), 5)).isEqualTo("2024-03-09T00:00:00Z");
  }

  @Test
  void agreesWithWhatHappensWhenTheFiresComeOneByOne() {
    List<PolicyCalendar> calendars =
        List.of(
            NOON,
            calendar("FREQ=DAILY;BYHOUR=1,9,23"),
            calendar("FREQ=WEEKLY;BYDAY=TU,SA;INTERVAL=3;BYHOUR=3"));
    for (long seed = 0; seed < 400; seed++) {
      RandomCase drawn = RandomCase.of(seed);
      if (drawn.rules().byQuantity()) {
        PolicyCalendar calendar = calendars.get((int) (seed % 3));
        List<BackupFacts> plain =
            drawn.backups().stream()
                .map(
                    b ->
                        new BackupFacts(
                            b.id(), b.takenAt(), b.status(), b.automatic(), null, null, Set.of()))
                .toList();
        Map<String, Instant> gone = simulated(drawn.rules(), calendar, plain, drawn.now());
        for (Departure departure : Outlook.of(drawn.rules(), calendar, plain, drawn.now(), false)) {
          String id = departure.verdict().backup().id();
          if (departure.verdict() instanceof Kept kept
              && !(kept.why().get(0) instanceof Why.Failed)
              && departure.at().get().isBefore(drawn.now().plusSeconds(86_400L * 800))) {
            assertThat(departure.at()).as("seed %d: %s", seed, id).contains(gone.get(id));
          }
        }
      }
    }
  }

  @Test
  void looksForEachFireOnceHoweverManyBackupsThereAre() {
    RetentionRules most = newest(99_999);
    List<BackupFacts> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add(at("b" + i, NOW.minusSeconds(3600L * (i + 1)).toString()));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Outlook.of(most, NOON, many, NOW, false)).hasSize(20_000));
  }

  /** When each backup first goes, if each fire of the next 800 days makes one. */
  private static Map<String, Instant> simulated(
      RetentionRules rules, PolicyCalendar calendar, List<BackupFacts> backups, Instant now) {
    Map<String, Instant> gone = new HashMap<>();
    List<BackupFacts> left = new ArrayList<>(backups);
    Instant end = now.plusSeconds(86_400L * 800);
    Set<String> ids = Set.copyOf(backups.stream().map(BackupFacts::id).toList());
    for (Instant at = now; at.isBefore(end); at = calendar.nextAfter(at)) {
      if (at.isAfter(now)) {
        left.add(at("z" + at, at.toString()));
      }
      for (Verdict verdict : Sweep.byRule(rules, List.copyOf(left), at, false)) {
        if (verdict instanceof Goes) {
          left.remove(verdict.backup());
          gone.putIfAbsent(verdict.backup().id(), at);
        }
      }
      if (left.stream().noneMatch(b -> b.counts() && ids.contains(b.id()))) {
        break;
      }
    }
    return gone;
  }

  private static String lockedUntil(RetentionRules rules, int leastDays) {
    return Outlook.lockedUntil(rules, NOON, NOW, leastDays).toString();
  }

  private static List<String> ends(RetentionRules rules, List<BackupFacts> backups) {
    return Outlook.of(rules, NOON, backups, NOW, false).stream()
        .map(Departure::at)
        .map(at -> at.map(Instant::toString).orElse(""))
        .toList();
  }

  private static PolicyCalendar calendar(String pattern) {
    return Schedule.parse("pattern", List.of(pattern), ZoneOffset.UTC)
        .since(Instant.parse("2023-01-01T00:00:00Z"));
  }
}
