package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent.BackupCopy;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupCommand.RestoreBackup;
import io.coffer.contracts.vault.BackupCommand.SetExpiration;
import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand.AddTags;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.MigrateResources;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ReplayIT extends Flow {

  @Inject Replayer replayer;

  @Test
  void rebuildsTheSameTablesFromTheEvents() throws Throwable {
    live();
    List<String> before = dump();
    List<Received> events = wire.events();
    assertThat(before).hasSizeGreaterThan(15);

    wipe();
    assertThat(dump()).isEqualTo(TABLES);
    int half = events.size() / 2;
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events.subList(0, half)));
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
    assertThat(dump()).isEqualTo(before);
  }

  /** Something of everything, with a vault that is deleted and one that stays. */
  private void live() {
    KnownResource server =
        Samples.including(
            Samples.server("r1-" + project), new IncludedVolume("r1-" + project + "-a", "Linux"));
    KnownResource other = Samples.server("r2-" + project, "r2-" + project + "-a");
    UUID stays = vault(server, other);
    UUID goes = vault();
    ask(new AddTags(goes, List.of(new Tag("goes", "too"))));
    ask(new AddTags(stays, List.of(new Tag("a", "1"), new Tag("b", "2"), new Tag("c", "3"))));
    ask(new RemoveTags(stays, List.of("b"), true));
    ask(new AddTags(stays, List.of(new Tag("a", "9"))));
    checkpoint(stays, server, other);
    List<StartBackup> first = wire.await(StartBackup.class, 2);
    start(first.get(0).taskId());
    succeed(first.get(0).taskId(), "snap-1", 1000, 0);
    fail(first.get(1).taskId(), "BackupService.7000", 10);
    over(first.get(0).taskId());
    over(first.get(1).taskId());
    checkpoint(stays, server);
    StartBackup second = wire.await(StartBackup.class, 3).get(2);
    succeed(second.taskId(), "snap-2", 10, 0);
    over(second.taskId());
    ask(new SetExpiration(stays, "2030-12-31", Instant.parse("2030-12-31T23:59:59Z")));
    UUID restore =
        send(new RestoreBackup(second.backupId(), List.of(), true, server.facts().id(), server));
    assertThat(wire.outcome(restore).status()).isEqualTo(202);
    fail(restore, "BackupService.2001", 0);
    over(restore);
    UUID delete = send(new DeleteBackup(first.get(0).backupId(), "retention"));
    assertThat(wire.outcome(delete).status()).isEqualTo(204);
    succeed(delete, null, 0, 5);
    over(delete);
    UUID removal = send(new RemoveResources(stays, List.of(other.facts().id())));
    assertThat(wire.outcome(removal).status()).isEqualTo(200);
    fail(wire.await(StartDelete.class, 2).get(1).taskId(), "BackupService.9910", 0);
    over(removal);
    UUID into = vault();
    UUID migration = send(new MigrateResources(stays, into, List.of(server.facts().id())));
    assertThat(wire.outcome(migration).status()).isEqualTo(200);
    StartMigration move = wire.await(StartMigration.class, 1).get(0);
    send(
        new TaskSucceeded(
            move.taskId(),
            null,
            10,
            20,
            0,
            next(),
            List.of(new BackupCopy(move.backups().get(0).backupId(), "snap-2-copy"))));
    over(move.taskId());
    UUID clearing = wire.await(StartDelete.class, 3).get(2).taskId();
    succeed(clearing, null, 0, 7);
    over(clearing);
    UUID deletion = send(new DeleteVault(goes));
    assertThat(wire.outcome(deletion).status()).isEqualTo(204);
    succeed(deletion, null, 0, 0);
    over(deletion);
    assertThat(ask(new ReleaseVault(goes, "ARREAR", next())).status()).isEqualTo(204);
    wire.await(VaultMissed.class, 1);
    checkpoint(into, server);
    wire.await(StartBackup.class, 4);
  }

  private void over(UUID task) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                List.of("success", "failed")
                    .contains(read("/operation-logs/" + task).getString("operation_log.status")));
  }
}
