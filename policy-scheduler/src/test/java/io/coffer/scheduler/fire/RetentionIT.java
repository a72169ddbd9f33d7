package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.policy.PolicyEvent.BackupsReleased;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.scheduler.retention.SweepLoop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class RetentionIT {

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FireLoop fires;
  @Inject SweepLoop sweeps;
  @Inject TurnedClock clock;

  private FiringProject project;

  @BeforeEach
  void open() {
    project = new FiringProject(bootstrapServers);
    clock.show(START);
  }

  @AfterEach
  void close() {
    clock.show(null);
    project.close();
  }

  @Test
  void deletesWhatANewGoodBackupPushesOut() {
    UUID vault = vault("{\"max_backups\":1}");
    UUID first = backup(vault, START, true, null);
    UUID manual = backup(vault, START.plusSeconds(1), false, null);
    assertThat(project.wire.messages(DeleteBackup.class)).isEmpty();
    backup(vault, START.plusSeconds(2), true, null);
    assertThat(project.wire.await(DeleteBackup.class, 1))
        .containsExactly(new DeleteBackup(first, "retention"))
        .doesNotContain(new DeleteBackup(manual, "retention"));
  }

  @Test
  void deletesWhatExpiresOnceAnHour() {
    UUID vault = vault("{\"retention_duration_days\":1}");
    UUID backup = backup(vault, START, true, START.plus(Duration.ofDays(1)));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              clock.show(clock.now().plus(Duration.ofHours(1)));
              sweeps.tick();
              assertThat(project.wire.messages(BackupsReleased.class)).isNotEmpty();
            });
    BackupsReleased released = project.wire.messages(BackupsReleased.class).get(0);
    assertThat(released.releasedAt()).isAfterOrEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(project.wire.await(DeleteBackup.class, 1).get(0))
        .isEqualTo(new DeleteBackup(backup, "retention"));
  }

  @Test
  void makesAFullBackupAfterSoManyIncrementalOnes() {
    for (int interval : new int[] {1, 2}) {
      UUID vault = vault("{\"full_backup_interval\":" + interval + "}");
      backup(vault, START, false, null);
      backup(vault, START.plusSeconds(1), true, true, null);
      project.vault("what comes later is known"); // and so is what came before
      clock.show(START.plus(Duration.ofHours(26)));
      fires.tick();
      clock.show(START);
      List<CreateCheckpoint> orders = project.wire.await(CreateCheckpoint.class, interval);
      assertThat(orders.get(interval - 1).fullResourceIds())
          .isEqualTo(interval == 1 ? List.of("db") : List.of());
    }
  }

  private UUID vault(String definition) {
    UUID vault = project.vault("db");
    UUID policy = project.policy(START, definition, "FREQ=DAILY;BYHOUR=2");
    project.apply(policy, vault, START);
    return vault;
  }

  private UUID backup(UUID vault, Instant at, boolean automatic, Instant expiredAt) {
    return backup(vault, at, automatic, false, expiredAt);
  }

  private UUID backup(
      UUID vault, Instant at, boolean automatic, boolean incremental, Instant expiredAt) {
    UUID backup = UUID.randomUUID();
    UUID task = UUID.randomUUID();
    project.happens(
        new CheckpointCreated(
            vault,
            UUID.randomUUID(),
            "name",
            null,
            automatic,
            List.of(
                new PlannedBackup(
                    backup, task, "name", "db", "type", "db", 1, incremental, List.of())),
            List.of(),
            null,
            at,
            expiredAt),
        new BackupCompleted(
            vault, backup, task, "db", "type", "db", "snapshot", 1, 1, at.plusMillis(500)));
    return backup;
  }
}
