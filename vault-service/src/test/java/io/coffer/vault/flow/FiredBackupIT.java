package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class FiredBackupIT extends Flow {

  private static final UUID POLICY = UUID.fromString("00000000-0000-4000-8000-0000000000f1");

  private final KnownResource server = Samples.server("s1-" + project, "s1-x");

  @Test
  void endsEachResourceOfAFireInABackupOrInATaskThatSaysWhyThereIsNone() {
    UUID vaultId = vault(server);
    KnownResource gone = Samples.server("s2-" + project);
    Instant expiry = Samples.TIME.plus(Duration.ofDays(7));
    UUID first = send(fire(vaultId, expiry, server, gone));
    assertThat(wire.outcome(first).status()).isEqualTo(200);
    StartBackup work = wire.await(StartBackup.class, 1).get(0);
    JsonPath backup = read("/backups/" + work.backupId()).setRootPath("backup");
    assertThat(backup.getString("expired_at")).startsWith("2026-01-08T00:00:00.123");
    assertThat(backup.getBoolean("extend_info.auto_trigger")).isTrue();
    JsonPath stranger = task(DerivedId.task(first, gone.facts().id()));
    assertThat(stranger.getString("status")).isEqualTo("skipped");
    assertThat(stranger.getString("error_info.code")).isEqualTo("BackupService.6135");

    UUID second = send(fire(vaultId, null, server));
    assertThat(wire.outcome(second).status()).isEqualTo(204);
    JsonPath busy = task(DerivedId.task(second, server.facts().id()));
    assertThat(busy.getString("status")).isEqualTo("skipped");
    assertThat(busy.getString("error_info.code")).isEqualTo("BackupService.6203");
    assertThat(busy.getString("extra_info.resource.id")).isEqualTo(server.facts().id());

    UUID unknown = UUID.randomUUID();
    UUID third = send(fire(unknown, null, server));
    UUID fourth =
        send(
            new SkipCheckpoint(
                vaultId,
                List.of(
                    new SkippedResource(
                        server.facts().id(), server.facts().type(), "name", "code", "missed")),
                POLICY));
    wire.outcome(third);
    assertThat(wire.outcome(fourth).status()).isEqualTo(204);
    assertThat(task(DerivedId.task(third, server.facts().id())).getString("error_info.code"))
        .isEqualTo("BackupService.6105");
    assertThat(task(DerivedId.task(fourth, server.facts().id())).getString("error_info.message"))
        .isEqualTo("missed");
    assertThat(read("/operation-logs?status=skipped").getList("operation_logs.policy_id"))
        .containsOnly(POLICY.toString());
    assertThat(read("/operation-logs?status=skipped").getInt("count")).isEqualTo(4);
  }

  private CreateCheckpoint fire(UUID vaultId, Instant expiry, KnownResource... resources) {
    return new CreateCheckpoint(
        vaultId,
        null,
        null,
        true,
        true,
        Arrays.stream(resources).map(one -> one.facts().id()).toList(),
        List.of(resources),
        List.of(),
        Samples.TIME,
        expiry,
        POLICY);
  }
}
