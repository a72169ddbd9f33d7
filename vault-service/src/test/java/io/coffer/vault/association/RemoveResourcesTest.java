package io.coffer.vault.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.work.WorkCommand.StartDelete;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoveResourcesTest {

  private static final UUID COMMAND = new UUID(7, 3);
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final KnownResource SERVER = Samples.server("s1");
  private static final ResourceState FREE = Samples.bound(SERVER, ResourceStatus.available);

  @Test
  void letsAResourceWithoutBackupsGoAtOnce() {
    Decision.Accepted accepted = (Decision.Accepted) decide(OPEN, FREE, List.of());
    assertThat(accepted.events())
        .containsExactly(
            new ResourceRemovalStarted(
                Samples.VAULT, COMMAND, List.of("s1"), 0, "req-1", Samples.TIME),
            new ResourcesRemoved(Samples.VAULT, COMMAND, List.of("s1"), Samples.TIME));
    assertThat(accepted.commands()).isEmpty();
  }

  @Test
  void deletesItsBackupsFirst() {
    BackupState backup = backup(BackupStatus.available);
    Decision.Accepted accepted = (Decision.Accepted) decide(OPEN, FREE, List.of(backup));
    UUID task = DerivedId.task(COMMAND, backup.id().toString());
    assertThat(accepted.events())
        .containsExactly(
            new ResourceRemovalStarted(
                Samples.VAULT, COMMAND, List.of("s1"), 1, "req-1", Samples.TIME),
            new BackupDeletionStarted(
                Samples.VAULT, backup.id(), task, "remove_resource", "req-1", Samples.TIME));
    assertThat(accepted.commands())
        .containsExactly(new StartDelete(task, Samples.VAULT, backup.id(), "snap-1"));
  }

  @Test
  void waitsForABackupThatIsBeingDeletedAlready() {
    Decision.Accepted accepted =
        (Decision.Accepted) decide(OPEN, FREE, List.of(backup(BackupStatus.deleting)));
    assertThat(accepted.events())
        .containsExactly(
            new ResourceRemovalStarted(
                Samples.VAULT, COMMAND, List.of("s1"), 1, "req-1", Samples.TIME));
    assertThat(accepted.commands()).isEmpty();
  }

  /** The decision of more would be larger than a service can hold. */
  @Test
  void refusesMoreThanFiveThousandBackupsAtOnce() {
    BackupState one = backup(BackupStatus.available);
    assertThat(decide(OPEN, FREE, Collections.nCopies(5_000, one)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(decide(OPEN, FREE, Collections.nCopies(5_001, one)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.INVALID_PARAMETER));
  }

  @ParameterizedTest
  @CsvSource({
    "backup, s1, , 6125",
    "restore, s1, s2, 2010",
    "restore, s2, s1, 2010",
    "delete, s1, ,"
  })
  void refusesABusyResource(OperationType type, String resource, String target, String code) {
    Decision decision = decide(OPEN, FREE, List.of(), Samples.running(type, resource, target));
    assertThat(Samples.code(decision)).isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void keepsTheBackupsOfALockedVault() {
    VaultState locked = Samples.vault(VaultStatus.available, true, 0);
    assertThat(Samples.code(decide(locked, FREE, List.of(backup(BackupStatus.available)))))
        .isEqualTo("BackupService.6111");
    assertThat(Samples.code(decide(locked, FREE, List.of()))).isNull();
    VaultState lock = Samples.vault(VaultStatus.lock);
    assertThat(Samples.code(decide(lock, FREE, List.of(backup(BackupStatus.error)))))
        .isEqualTo("BackupService.6111");
  }

  @ParameterizedTest
  @CsvSource({"available,", "frozen, 6112", "deleting, 6112", "error, 6112"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    assertThat(Samples.code(decide(Samples.vault(status), FREE, List.of())))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void isOkInAFullVault() {
    VaultState full = Samples.vault(VaultStatus.available, false, 100 * Samples.GB);
    assertThat(Samples.code(decide(full, FREE, List.of()))).isNull();
  }

  @Test
  void refusesWhatIsNotInTheVaultOrIsNamedTwiceOrIsLeaving() {
    assertThat(Samples.code(decide(OPEN, null, List.of()))).isEqualTo("BackupService.6135");
    ResourceState elsewhere = Samples.bound(SERVER, ResourceStatus.available, new UUID(9, 9));
    assertThat(Samples.code(decide(OPEN, elsewhere, List.of()))).isEqualTo("BackupService.6135");
    ResourceState leaving = Samples.bound(SERVER, ResourceStatus.removing);
    assertThat(Samples.code(decide(OPEN, leaving, List.of()))).isEqualTo("BackupService.6134");
    Decision twice =
        RemoveResources.decide(
            new RemoveResources.State(OPEN, List.of(FREE), List.of(), List.of()),
            new VaultCommand.RemoveResources(Samples.VAULT, List.of("s1", "s1")),
            Samples.envelope(COMMAND));
    assertThat(Samples.code(twice)).isEqualTo("BackupService.6104");
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(
            Samples.code(
                new RemoveResourcesHandler(null, null, null, null)
                    .absent(new VaultCommand.RemoveResources(Samples.VAULT, List.of("s1")))))
        .isEqualTo("BackupService.6105");
  }

  private static BackupState backup(BackupStatus status) {
    return BackupSamples.family(SERVER, status).get(0);
  }

  private static Decision decide(
      VaultState vault, ResourceState row, List<BackupState> backups, OperationState... running) {
    return RemoveResources.decide(
        new RemoveResources.State(
            vault, row == null ? List.of() : List.of(row), backups, List.of(running)),
        new VaultCommand.RemoveResources(Samples.VAULT, List.of("s1")),
        Samples.envelope(COMMAND));
  }
}
