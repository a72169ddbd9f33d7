package io.coffer.scheduler.retention;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.backup.BackupTable;
import io.coffer.scheduler.backup.BackupTable.VaultOfProject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Looks once an hour through all vaults with backups that a policy made. The hour is in the id of
 * what is told, so that each vault is looked through once.
 */
@Singleton
public class SweepLoop extends DueLoop<VaultOfProject> {

  private static final String TYPE = "coffer.scheduler.sweep-due.v1";

  private final BackupTable table;

  private volatile Instant swept = Instant.MIN;

  /** The hour in which the look began that is under way. */
  private volatile Instant begun = Instant.MIN;

  SweepLoop(BackupTable table, RetentionSettings settings, LocalDispatch messages, Clock clock) {
    super("retention", settings, messages, clock);
    this.table = table;
  }

  /**
   * All vaults when a new hour has begun, wherever the clock came from. Where that takes longer
   * than the hour, those that came first are due once more.
   */
  @Override
  protected List<VaultOfProject> due(Instant now, VaultOfProject last) {
    if (last == null && hour(now).equals(swept)) {
      return List.of();
    }
    if (last == null) {
      begun = hour(now);
    }
    List<VaultOfProject> page = table.vaultsAfter(last);
    if (page.isEmpty()) {
      swept = begun;
    }
    return page;
  }

  @Override
  protected DueMessage about(VaultOfProject vault, Instant now) {
    UUID id = DerivedId.of(vault.vaultId(), "sweep/" + hour(now));
    return new DueMessage(id, TYPE, vault.project(), new SweepDue(vault.vaultId()));
  }

  private static Instant hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }
}
