package io.coffer.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.scheduler.Samples;
import io.coffer.scheduler.backup.BackupCopy;
import io.coffer.scheduler.policy.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainingTest {

  private static final Instant NOW = Samples.TIME.plus(Duration.ofDays(1));

  @Test
  void tellsNoEndThatATimeOfTheApiCannotShow() {
    assertThat(end(2)).isPresent();
    assertThat(end(99_999)).isEmpty();
  }

  /** When the only backup of a resource goes under a rule that keeps so many, with a rare run. */
  private static Optional<Instant> end(int most) {
    PolicyState policy =
        new PolicyState(
            Samples.POLICY,
            Samples.settings(
                "backup",
                "{\"max_backups\":" + most + "}",
                "FREQ=WEEKLY;INTERVAL=30;BYDAY=MO;BYHOUR=2;BYMINUTE=0"),
            Samples.TIME,
            Samples.TIME,
            null);
    BackupCopy backup =
        new BackupCopy(
            Samples.COMMAND,
            Samples.VAULT,
            "r",
            "name",
            "backup",
            "available",
            true,
            1,
            Samples.TIME,
            null);
    Retaining.State state =
        new Retaining.State(Optional.of(policy), Samples.TIME, Set.of(), List.of(backup));
    return new Explaining(NOW).of(state).get(0).at();
  }
}
