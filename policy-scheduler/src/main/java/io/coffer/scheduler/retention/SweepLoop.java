package io.coffer.scheduler.retention;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.backup.BackupTable;
import io.coffer.scheduler.backup.BackupTable.VaultOfProject;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks once an hour through all vaults with backups that a policy made. Every replica does; the
 * hour is in the id of what it tells itself, so that each vault is looked through once.
 */
@ApplicationScoped
public class SweepLoop {

  private static final String TYPE = "coffer.scheduler.sweep-due.v1";

  private final BackupTable table;
  private final LocalDispatch messages;
  private final Clock clock;
  private final boolean enabled;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("retention", this::tick);

  private Instant swept = Instant.MIN;

  SweepLoop(
      BackupTable table,
      LocalDispatch messages,
      Clock clock,
      @ConfigProperty(name = "coffer.retention.enabled", defaultValue = "true") boolean enabled) {
    this.table = table;
    this.messages = messages;
    this.clock = clock;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent started) {
    if (enabled) {
      rounds.begin(Duration.ofMinutes(1));
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  /** Looks through all vaults when a new hour has begun, wherever the clock came from. */
  public void tick() {
    Instant now = clock.now();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(swept)) {
      return;
    }
    List<VaultOfProject> page = table.vaultsAfter(new UUID(0, 0));
    while (!page.isEmpty()) {
      page.forEach(vault -> sweep(vault, hour, now));
      page = table.vaultsAfter(page.get(page.size() - 1).vaultId());
    }
    swept = hour;
  }

  private void sweep(VaultOfProject vault, Instant hour, Instant now) {
    UUID id = DerivedId.of(vault.vaultId(), "sweep/" + hour);
    setbacks.attempt(
        id,
        "the sweep of vault " + vault.vaultId(),
        now,
        () -> messages.give(id, TYPE, now, vault.project(), new SweepDue(vault.vaultId())));
  }
}
