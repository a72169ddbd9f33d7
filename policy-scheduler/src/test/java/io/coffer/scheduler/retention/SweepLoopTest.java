package io.coffer.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Message;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.UnsetSettings;
import io.coffer.scheduler.backup.BackupTable;
import io.coffer.scheduler.backup.BackupTable.VaultOfProject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SweepLoopTest {

  private static final VaultOfProject FIRST = new VaultOfProject("project", new UUID(0, 1));
  private static final VaultOfProject SECOND = new VaultOfProject("project", new UUID(0, 2));

  private final TurnedClock clock = new TurnedClock();
  private final List<UUID> seen = new ArrayList<>();
  private Duration each = Duration.ZERO;

  private final SweepLoop loop =
      new SweepLoop(new Pages(), UnsetSettings.of(RetentionSettings.class), new Listener(), clock);

  @Test
  void looksThroughEachVaultOnceAnHour() {
    clock.show(Instant.parse("2026-01-01T10:59:59Z"));
    loop.tick();
    loop.tick();
    assertThat(seen).containsExactly(FIRST.vaultId(), SECOND.vaultId());
  }

  @Test
  void looksThroughTheFirstOnesAgainInAnHourThatBeganMeanwhile() {
    clock.show(Instant.parse("2026-01-01T10:59:59Z"));
    each = Duration.ofMinutes(1);
    loop.tick();
    loop.tick();
    loop.tick();
    assertThat(seen)
        .containsExactly(FIRST.vaultId(), SECOND.vaultId(), FIRST.vaultId(), SECOND.vaultId());
  }

  /** Of one vault each. */
  private class Pages extends BackupTable {

    Pages() {
      super(null);
    }

    @Override
    public List<VaultOfProject> vaultsAfter(VaultOfProject last) {
      return last == null ? List.of(FIRST) : last.equals(FIRST) ? List.of(SECOND) : List.of();
    }
  }

  /** Each takes its time. */
  private class Listener extends LocalDispatch {

    Listener() {
      super(null, "test");
    }

    @Override
    public void give(UUID id, String type, Instant at, String project, Message message) {
      seen.add(((SweepDue) message).vaultId());
      clock.pass(each);
    }
  }
}
