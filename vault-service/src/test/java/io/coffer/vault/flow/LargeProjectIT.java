package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.vault.BackupCommand.SetExpiration;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one project has very many of, put into the tables as its events would have. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class LargeProjectIT extends Flow {

  @AfterEach
  void leave() throws SQLException {
    wipe();
  }

  /** Their facts together are more than one unit of work can hold. */
  @Test
  void changesAllVaultsOfALargeProjectSomeAtATime() throws SQLException {
    new StoreRows(database, project).agedVaults(2_500);
    UUID newest = vault();
    UpdateVaults change = new UpdateVaults(60, false);
    assertThat(ask(change).body().path("updated_vaults_id")).hasSize(1_000);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> wire.messages(VaultUpdated.class).size() >= 2_501);
    assertThat(wire.messages(VaultUpdated.class))
        .extracting(VaultUpdated::vaultId)
        .contains(newest);
    assertThat(wire.messages(VaultUpdated.class))
        .extracting(updated -> updated.settings().threshold())
        .containsOnly(60);
    assertThat(read("/vaults/" + newest).getInt("vault.threshold")).isEqualTo(60);
    UUID late = vault();
    assertThat(ask(change).body().path("updated_vaults_id")).hasToString("[\"" + late + "\"]");
  }

  /** Of two gateways one may be ahead. */
  @Test
  void changesAVaultThatIsNewerByAnotherClock() {
    UUID vault = vault();
    UUID command = wire.send(new UpdateVaults(60, false), Samples.TIME.minusSeconds(1));
    assertThat(wire.outcome(command).body())
        .hasToString("{\"updated_vaults_id\":[\"" + vault + "\"]}");
  }

  @Test
  void changesAndDeletesAVaultWithManyBackupsSomeAtATime() throws SQLException {
    KnownResource server = Samples.server("s1-" + project, "s1-x");
    UUID vault = vault(server);
    new StoreRows(database, project).backupsIn(vault, 3_000, 2);
    Instant end = Instant.parse("2030-12-31T23:59:59Z");
    assertThat(
            ask(new SetExpiration(vault, "2030-12-31", end)).body().at("/affected_backups_count"))
        .hasToString("3000");
    assertThat(dump()).filteredOn(row -> row.contains("2030-12-31T23:59:59")).hasSize(9_000);
    UUID command = send(new DeleteVault(vault));
    assertThat(wire.outcome(command).status()).isEqualTo(204);
    succeed(command, null, 0, 0);
    wire.await(VaultDeleted.class, 1);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(command).getString("status").equals("success"));
    assertThat(read("/backups").getInt("count")).isZero();
    assertThat(dump()).hasSize(TABLES.size() + 2);
  }
}
