package io.coffer.vault.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationStarted;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.contracts.work.WorkCommand.StoredBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.backup.BackupSamples;
import io.coffer.vault.backup.BackupState;
import io.coffer.vault.backup.BackupStatus;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrateResourcesTest {

  private static final UUID COMMAND = new UUID(7, 9);
  private static final UUID TASK = DerivedId.task(COMMAND, "s1");
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final Destination EMPTY = into(VaultStatus.available, Map.of(), 0, 0, 0);
  private static final KnownResource SERVER = Samples.server("s1");
  private static final ResourceState FREE = Samples.bound(SERVER, ResourceStatus.available);

  @Test
  void ordersTheCopyOfAllThatIsStored() {
    BackupState good = BackupSamples.family(SERVER, BackupStatus.available).get(0);
    BackupState failed = BackupSamples.family(SERVER, BackupStatus.error, null).get(0);
    BackupState torn = BackupSamples.family(SERVER, BackupStatus.error, "snap-2").get(0);
    Decision.Accepted accepted =
        (Decision.Accepted) decide(OPEN, EMPTY, FREE, List.of(failed, good, torn));
    assertThat(accepted.events())
        .containsExactly(
            new ResourceMigrationStarted(
                Samples.VAULT,
                Samples.OTHER_VAULT,
                TASK,
                "s1",
                "OS::Nova::Server",
                "server s1",
                List.of(failed.id(), good.id(), torn.id()),
                "req-1",
                Samples.TIME));
    assertThat(accepted.commands())
        .containsExactly(
            new StartMigration(
                TASK,
                Samples.OTHER_VAULT,
                Samples.VAULT,
                "s1",
                List.of(
                    new StoredBackup(good.id(), "snap-1", true),
                    new StoredBackup(torn.id(), "snap-2", false))));
  }

  @Test
  void movesAtOnceWhatHasNothingStored() {
    BackupState failed = BackupSamples.family(SERVER, BackupStatus.error, null).get(0);
    Decision.Accepted accepted = (Decision.Accepted) decide(OPEN, EMPTY, FREE, List.of(failed));
    assertThat(accepted.commands()).containsExactly(new BindResources(Samples.VAULT));
    assertThat(accepted.events().get(1))
        .isEqualTo(
            new ResourceMigrated(
                Samples.VAULT,
                Samples.OTHER_VAULT,
                TASK,
                "s1",
                "OS::Nova::Server",
                "server s1",
                List.of(new MigratedBackup(failed.id(), null)),
                0,
                null,
                Samples.TIME));
  }

  /** The decision of more would be larger than a service can hold. */
  @Test
  void refusesMoreThanFiveThousandBackupsAtOnce() {
    BackupState one = BackupSamples.family(SERVER, BackupStatus.available).get(0);
    assertThat(decide(OPEN, EMPTY, FREE, Collections.nCopies(5_000, one)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(decide(OPEN, EMPTY, FREE, Collections.nCopies(5_001, one)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.INVALID_PARAMETER));
  }

  @ParameterizedTest
  @CsvSource({"available,", "lock, 6112", "frozen, 6112", "deleting, 6112", "error, 6112"})
  void asksTheStateOfTheVaultThatIsLeft(VaultStatus status, String code) {
    assertThat(code(decide(Samples.vault(status), EMPTY, FREE, List.of()))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"available,", "lock,", "frozen, 6112", "deleting, 6112", "error, 6112"})
  void asksTheStateOfTheDestination(VaultStatus status, String code) {
    Destination destination = into(status, Map.of(), 0, 0, 0);
    assertThat(code(decide(OPEN, destination, FREE, List.of()))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "objectType, server,",
    "objectType, disk, 6102",
    "protectType, replication, 6118",
    "cloudType, hybrid, 6118"
  })
  void movesBetweenVaultsOfOneKindOnly(String field, String value, String code) {
    Destination destination = into(VaultStatus.available, Map.of(field, value), 0, 0, 0);
    Decision decision = decide(OPEN, destination, FREE, List.of());
    assertThat(code(decision)).isEqualTo(code);
    if (decision instanceof Decision.Refused refused) {
      assertThat(refused.message()).contains("destination_vault_id").contains(value);
    }
  }

  @Test
  void needsAnotherVaultThatIsThere() {
    Decision missing = decide(OPEN, null, FREE, List.of());
    assertThat(code(missing)).isEqualTo("6120");
    Decision same =
        MigrateResources.decide(
            new MigrateResources.State(OPEN, EMPTY, List.of(FREE), List.of(), List.of()),
            new VaultCommand.MigrateResources(Samples.VAULT, Samples.VAULT, List.of("s1")),
            Samples.envelope(COMMAND));
    assertThat(code(same)).isEqualTo("9900");
    assertThat(((Decision.Refused) same).message()).startsWith("destination_vault_id: ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 255, ,",
    "0, 0, 256, , 6100",
    "50, 50, 0, ,",
    "50, 51, 0, , 6129",
    "100, 0, 0, , 6129",
    "100, 51, 0, autoExpand,",
    "100, 51, 0, demandBilling,",
  })
  void asksForRoomInTheDestination(
      long usedGb, long incomingGb, long present, String endless, String code) {
    Destination destination =
        into(
            VaultStatus.available,
            endless == null ? Map.of() : Map.of(endless, true),
            usedGb * Samples.GB,
            present,
            incomingGb * Samples.GB);
    assertThat(code(decide(OPEN, destination, FREE, List.of()))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "backup, s1, , 6125",
    "restore, s1, s2, 2010",
    "restore, s2, s1, 2010",
    "delete, s1, , 4002",
    "copy, s1, , 4002",
  })
  void refusesABusyResource(OperationType type, String resource, String target, String code) {
    OperationState task = Samples.running(type, resource, target);
    Decision decision = decide(OPEN, EMPTY, FREE, List.of(), task);
    assertThat(code(decision)).isEqualTo(code);
    assertThat(((Decision.Refused) decision).message()).contains(task.id().toString());
  }

  @Test
  void refusesWhatIsNotInTheVaultOrIsNamedTwiceOrIsLeaving() {
    assertThat(code(decide(OPEN, EMPTY, null, List.of()))).isEqualTo("6135");
    ResourceState elsewhere = Samples.bound(SERVER, ResourceStatus.available, new UUID(9, 9));
    assertThat(code(decide(OPEN, EMPTY, elsewhere, List.of()))).isEqualTo("6135");
    ResourceState leaving = Samples.bound(SERVER, ResourceStatus.removing);
    assertThat(code(decide(OPEN, EMPTY, leaving, List.of()))).isEqualTo("6134");
    Decision twice =
        MigrateResources.decide(
            new MigrateResources.State(OPEN, EMPTY, List.of(FREE), List.of(), List.of()),
            command("s1", "s1"),
            Samples.envelope(COMMAND));
    assertThat(code(twice)).isEqualTo("6104");
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    MigrateResourcesHandler handler = new MigrateResourcesHandler(null, null, null, null);
    assertThat(code(handler.absent(command("s1")))).isEqualTo("6105");
  }

  private static Destination into(
      VaultStatus status, Map<String, Object> changed, long used, long present, long incoming) {
    VaultSettings settings = Json.changed(Samples.settings("other"), changed);
    return new Destination(
        Samples.vault(Samples.OTHER_VAULT, status, settings, used, 0), present, incoming);
  }

  private static String code(Decision decision) {
    String code = Samples.code(decision);
    return code == null ? null : code.replace("BackupService.", "");
  }

  private static VaultCommand.MigrateResources command(String... ids) {
    return new VaultCommand.MigrateResources(Samples.VAULT, Samples.OTHER_VAULT, List.of(ids));
  }

  private static Decision decide(
      VaultState vault,
      Destination destination,
      ResourceState row,
      List<BackupState> backups,
      OperationState... running) {
    return MigrateResources.decide(
        new MigrateResources.State(
            vault, destination, row == null ? List.of() : List.of(row), backups, List.of(running)),
        command("s1"),
        Samples.envelope(COMMAND));
  }
}
