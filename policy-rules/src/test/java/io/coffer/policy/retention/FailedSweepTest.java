package io.coffer.policy.retention;

import static io.coffer.policy.retention.Backups.at;
import static io.coffer.policy.retention.Backups.daily;
import static io.coffer.policy.retention.Backups.guarded;
import static io.coffer.policy.retention.Backups.manual;
import static io.coffer.policy.retention.Backups.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedSweepTest {

  private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");

  @Test
  void keepsTheNewestTenThatFailed() {
    List<BackupFacts> failed =
        daily("2024-03-10", "2024-03-21").stream().map(b -> with(b, "error")).toList();
    List<String> all = all(failed);
    assertThat(all)
        .startsWith("2024-03-10 goes failed", "2024-03-11 goes failed", "2024-03-12 failed-10")
        .endsWith("2024-03-21 failed-1");
  }

  @Test
  void keepsWhatFailedForAMonth() {
    List<BackupFacts> failed =
        List.of(
            with(at("a", "2024-02-29T23:00:00Z"), "error"),
            with(at("b", "2024-03-01T00:00:00Z"), "error"),
            with(at("c", "2024-03-01T00:00:01Z"), "error"));
    assertThat(all(failed)).containsExactly("a goes failed", "b goes failed", "c failed-1");
  }

  @Test
  void leavesManualAndProtectedBackupsThatFailed() {
    BackupFacts old = with(at("a", "2023-01-01T00:00:00Z"), "error");
    assertThat(all(List.of(manual(old)))).containsExactly("a ignored error");
    assertThat(all(List.of(guarded(old, Guard.VAULT_FROZEN))))
        .containsExactly("a guard:vault_frozen");
  }

  @Test
  void doesNotLetFailedOnesOfOtherKindsFillTheTen() {
    List<BackupFacts> backups = new ArrayList<>();
    IntStream.range(10, 22)
        .forEach(i -> backups.add(manual(with(at("m" + i, "2024-03-20T00:00:00Z"), "error"))));
    backups.add(with(at("a", "2024-03-10T00:00:00Z"), "error"));
    assertThat(all(backups)).last().isEqualTo("a failed-1");
  }

  private static List<String> all(List<BackupFacts> backups) {
    return Backups.words(Sweep.verdicts(RetentionRules.permanent(), backups, NOW, false));
  }
}
