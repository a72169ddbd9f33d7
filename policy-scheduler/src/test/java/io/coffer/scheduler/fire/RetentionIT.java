package io.coffer.scheduler.fire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.policy.PolicyEvent.BackupsReleased;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.scheduler.retention.SweepLoop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class RetentionIT {

  private static final String NIGHTLY = "FREQ=DAILY;BYHOUR=2";
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

  /** How often a full backup is due goes on with it, too. */
  @Test
  void keepsWhatMovedByThePolicyOfItsNewVault() {
    UUID from = vault("{\"max_backups\":99}");
    UUID into = project.vault();
    UUID policy = project.policy(START, "{\"max_backups\":1,\"full_backup_interval\":1}", NIGHTLY);
    project.apply(policy, into, START);
    UUID first = backup(from, START, true, false, null);
    UUID second = backup(from, START.plusSeconds(1), true, true, null);
    project.happens(
        new ResourceMigrated(
            from,
            into,
            UUID.randomUUID(),
            "db",
            "type",
            "db",
            List.of(new MigratedBackup(first, "copy-1"), new MigratedBackup(second, "copy-2")),
            1,
            null,
            START.plusSeconds(2)));
    project.vault("what comes later is known");
    clock.show(START.plus(Duration.ofHours(26)));
    fires.tick();
    clock.show(START);
    assertThat(project.wire.await(CreateCheckpoint.class, 1))
        .singleElement()
        .satisfies(order -> assertThat(order.vaultId()).isEqualTo(into))
        .satisfies(order -> assertThat(order.fullResourceIds()).containsExactly("db"));
    backup(into, START.plusSeconds(3), true, true, null);
    assertThat(project.wire.await(DeleteBackup.class, 2))
        .containsExactlyInAnyOrder(
            new DeleteBackup(first, "retention"), new DeleteBackup(second, "retention"));
  }

  @Test
  void deletesWhatExpiresOnceAnHour() {
    UUID vault = vault("{\"retention_duration_days\":1}");
    UUID backup = backup(vault, START, true, START.plus(Duration.ofDays(1)));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              clock.pass(Duration.ofHours(1));
              sweeps.tick();
              assertThat(project.wire.messages(BackupsReleased.class)).isNotEmpty();
            });
    BackupsReleased released = project.wire.messages(BackupsReleased.class).get(0);
    assertThat(released.releasedAt()).isAfterOrEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(project.wire.await(DeleteBackup.class, 1).get(0))
        .isEqualTo(new DeleteBackup(backup, "retention"));
  }

  @Test
  void deletesWhatHasAnEndOfItsOwnWhereNoPolicyEverWas() {
    UUID vault = project.vault("db");
    UUID backup = backup(vault, START, false, START.plus(Duration.ofDays(1)));
    expired(backup);
  }

  @Test
  void deletesNothingInALockedVaultUntilItIsUnlocked() {
    UUID vault = project.vault("db");
    locked(vault, true);
    UUID backup = backup(vault, START, true, START.plus(Duration.ofDays(1)));
    project.vault("what comes later is known"); // and so is what came before
    clock.show(START.plus(Duration.ofDays(2)));
    sweeps.tick();
    assertThat(project.wire.messages(BackupsReleased.class)).isEmpty();
    locked(vault, false);
    expired(backup);
  }

  @Test
  void deletesNothingInAFrozenVaultUntilAllReasonsAreOver() {
    UUID vault = project.vault("db");
    project.happens(new VaultFrozen(vault, "POLICE", false, History.TIME));
    project.happens(new VaultFrozen(vault, "ARREAR", true, History.TIME));
    project.happens(new VaultThawed(vault, "ARREAR", false, History.TIME));
    UUID backup = backup(vault, START, true, START.plus(Duration.ofDays(1)));
    project.vault("what comes later is known");
    clock.show(START.plus(Duration.ofDays(2)));
    sweeps.tick();
    assertThat(project.wire.messages(BackupsReleased.class)).isEmpty();
    project.happens(new VaultThawed(vault, "POLICE", true, History.TIME));
    expired(backup);
  }

  @Test
  void explainsAndForecastsWhatItWouldDo() {
    UUID vault = vault("{\"max_backups\":2}");
    UUID first = backup(vault, START, true, null);
    UUID second = backup(vault, START.plus(Duration.ofHours(1)), true, null);
    UUID third = backup(vault, START.plus(Duration.ofHours(2)), true, null);
    project.wire.await(DeleteBackup.class, 1);
    clock.show(START.plus(Duration.ofHours(3)));
    UUID policy = UUID.fromString(read("/policies?vault_id=" + vault).getString("policies[0].id"));
    JsonPath explained =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> read("/policies/" + policy + "/x-explain"),
                answer -> answer.getInt("count") == 3);
    assertThat(explained.getList("backups.backup_id"))
        .containsExactly(third.toString(), second.toString(), first.toString());
    assertThat(explained.getList("backups.reasons").toString())
        .isEqualTo("[[last-1], [last-2], [quantity]]");
    assertThat(explained.getList("backups.goes_at"))
        .containsExactly(
            "2026-05-03T02:00:00.000+00:00",
            "2026-05-02T02:00:00.000+00:00",
            "2026-05-02T02:00:00.000+00:00");

    JsonPath page =
        read(
            "/policies/%s/x-explain?vault_id=%s&resource_id=db&offset=1&limit=1"
                .formatted(policy, vault.toString().toUpperCase(Locale.ROOT)));
    assertThat(page.getList("backups.backup_id")).containsExactly(second.toString());
    assertThat(page.getInt("count")).isEqualTo(3);
    assertThat(read("/policies/" + policy + "/x-explain?resource_id=DB").getInt("count")).isZero();

    JsonPath forecast =
        given()
            .header("Authorization", "Bearer " + ServiceStack.TOKEN)
            .contentType("application/json")
            .body(
                "{\"forecast\":{\"policy_id\":\"%s\",\"operation_definition\":{\"max_backups\":1}}}"
                    .formatted(policy))
            .post("/internal/projects/" + project.vaults.project() + "/policies/x-forecast")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(forecast.getList("backups.backup_id"))
        .containsExactly(first.toString(), second.toString(), third.toString());
    assertThat(forecast.getInt("bytes")).isEqualTo(3);
    assertThat(forecast.getInt("kept_count")).isZero();
    assertThat(project.wire.messages(DeleteBackup.class)).hasSize(1);
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

  private void expired(UUID backup) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              clock.pass(Duration.ofHours(5));
              sweeps.tick();
              assertThat(project.wire.messages(DeleteBackup.class))
                  .contains(new DeleteBackup(backup, "retention"));
            });
  }

  private void locked(UUID vault, boolean locked) {
    VaultSettings settings = SampleVault.settings(Map.of("locked", locked));
    project.happens(new VaultUpdated(vault, settings, History.TIME));
  }

  private JsonPath read(String path) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project.vaults.project() + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private UUID vault(String definition) {
    UUID vault = project.vault("db");
    UUID policy = project.policy(START, definition, NIGHTLY);
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
            expiredAt,
            null),
        new BackupCompleted(
            vault, backup, task, "db", "type", "db", "snapshot", 1, 1, at.plusMillis(500)));
    return backup;
  }
}
