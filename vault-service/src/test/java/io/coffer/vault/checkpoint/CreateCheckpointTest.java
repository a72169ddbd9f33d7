package io.coffer.vault.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateCheckpointTest {

  private static final UUID COMMAND = UUID.fromString("abcd0000-0000-4000-8000-000000000001");
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final KnownResource ONE = Samples.server("s1", "s1-b");
  private static final KnownResource TWO = Samples.server("s2");

  @Test
  void ordersOneBackupForEachResourceWithoutTheExcludedVolumes() {
    Decision.Accepted accepted =
        (Decision.Accepted) decide(state(OPEN, ONE, TWO), all(null, ONE, TWO));
    CheckpointCreated created = created(accepted);
    assertThat(created.checkpointId()).isEqualTo(DerivedId.checkpoint(COMMAND));
    assertThat(created.name()).isEqualTo("manualbk_abcd");
    assertThat(created.backups())
        .extracting(backup -> backup.taskId())
        .containsExactly(DerivedId.task(COMMAND, "s1"), DerivedId.task(COMMAND, "s2"));
    assertThat(accepted.commands().get(0))
        .isEqualTo(
            new StartBackup(
                DerivedId.task(COMMAND, "s1"),
                Samples.VAULT,
                DerivedId.backup(COMMAND, "s1"),
                "s1",
                "OS::Nova::Server",
                "server s1",
                List.of(new SourceVolume("s1-a", "system", 2 * Samples.GB)),
                null,
                false,
                Samples.TIME));
    assertThat(created.backups().get(0).resourceSizeGb()).isEqualTo(2);
  }

  @Test
  void ordersOneBackupOfAllOfAFileSystem() {
    KnownResource turbo = Samples.turbo("t1");
    Decision.Accepted accepted = (Decision.Accepted) decide(state(OPEN, turbo), all(null, turbo));
    StartBackup work = (StartBackup) accepted.commands().get(0);
    assertThat(work.resourceType()).isEqualTo("OS::Sfs::Turbo");
    assertThat(work.volumes())
        .containsExactly(new SourceVolume("t1", "turbo t1", 500 * Samples.GB));
    assertThat(created(accepted).backups().get(0).volumes())
        .extracting(volume -> volume.backupId())
        .containsExactly(created(accepted).backups().get(0).backupId());
  }

  @Test
  void buildsOnTheNewestSnapshotUnlessAFullBackupIsAsked() {
    CreateCheckpoint.State state =
        new CreateCheckpoint.State(OPEN, rows(ONE), List.of(), Map.of("s1", "snap-9"));
    StartBackup incremental = work(decide(state, all("n", ONE)));
    assertThat(incremental.incremental()).isTrue();
    assertThat(incremental.parentSnapshotId()).isEqualTo("snap-9");
    StartBackup full =
        work(
            decide(
                state,
                new CheckpointCommand.CreateCheckpoint(
                    Samples.VAULT,
                    "n",
                    null,
                    false,
                    false,
                    List.of(),
                    List.of(ONE),
                    List.of(),
                    null,
                    null,
                    null)));
    assertThat(full.incremental()).isFalse();
    assertThat(full.parentSnapshotId()).isNull();
  }

  @Test
  void backsUpOnlyWhatIsNamed() {
    Decision decision = decide(state(OPEN, ONE, TWO), named("s2", TWO));
    assertThat(created((Decision.Accepted) decision).backups())
        .extracting(backup -> backup.resourceId())
        .containsExactly("s2");
    assertThat(Samples.code(decide(state(OPEN, ONE), named("s9")))).isEqualTo("BackupService.6135");
  }

  @ParameterizedTest
  @CsvSource({"backup, s1, , 6203", "restore, s9, s1, 2010"})
  void leavesOutABusyResourceAndRefusesWhenNoneIsLeft(
      OperationType type, String resource, String target, String code) {
    OperationState task = Samples.running(type, resource, target);
    Decision some = decide(state(OPEN, List.of(task), ONE, TWO), all(null, ONE, TWO));
    assertThat(created((Decision.Accepted) some).skipped())
        .extracting(SkippedResource::id, SkippedResource::code)
        .containsExactly(tuple("s1", "BackupService." + code));
    Decision none = decide(state(OPEN, List.of(task), ONE), all(null, ONE));
    assertThat(Samples.code(none)).isEqualTo("BackupService.0001");
  }

  @Test
  void backsUpAResourceWhoseOlderBackupIsWrittenElsewhere() {
    OperationState restore = Samples.running(OperationType.restore, "s1", "s9");
    assertThat(Samples.code(decide(state(OPEN, List.of(restore), ONE), all(null, ONE)))).isNull();
  }

  @Test
  void leavesOutWhatHasVanishedIsEmptyOrIsLeaving() {
    KnownResource excludedWhole = Samples.server("s3", "s3-a", "s3-b");
    ResourceState leaving = Samples.bound(Samples.server("s4"), ResourceStatus.removing);
    List<ResourceState> rows =
        List.of(rows(ONE).get(0), rows(TWO).get(0), rows(excludedWhole).get(0), leaving);
    Decision decision =
        decide(
            new CreateCheckpoint.State(OPEN, rows, List.of(), Map.of()),
            all(null, ONE, excludedWhole, Samples.server("s4")));
    assertThat(created((Decision.Accepted) decision).skipped())
        .extracting(SkippedResource::code)
        .containsExactly("BackupService.7100", "BackupService.7108", "BackupService.6134");
  }

  @Test
  void refusesAFullVault() {
    VaultState full = Samples.vault(VaultStatus.available, false, 100 * Samples.GB);
    assertThat(Samples.code(decide(state(full, ONE), all(null, ONE))))
        .isEqualTo("BackupService.6114");
  }

  @Test
  void refusesAVaultThatWasFullBeforeItWasToExpandByItself() {
    VaultState full =
        Samples.vault(
            Samples.VAULT,
            VaultStatus.available,
            Samples.settings("v", "server", 100, true, false),
            100 * Samples.GB,
            1);
    assertThat(Samples.code(decide(state(full, ONE), all(null, ONE))))
        .isEqualTo("BackupService.6114");
  }

  @Test
  void goesOnInAFullVaultThatIsPaidForAsItComes() {
    VaultState full =
        Samples.vault(
            Samples.VAULT,
            VaultStatus.available,
            Samples.paid("pre_paid", false, true),
            200 * Samples.GB,
            1);
    assertThat(Samples.code(decide(state(full, ONE), all(null, ONE)))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"available,", "lock,", "frozen, 6113", "deleting, 6113", "error, 6113"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    assertThat(Samples.code(decide(state(Samples.vault(status), ONE), all(null, ONE))))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void isOkInALockedVault() {
    VaultState locked = Samples.vault(VaultStatus.available, true, 0);
    assertThat(Samples.code(decide(state(locked, ONE), all(null, ONE)))).isNull();
  }

  @Test
  void refusesAnEmptyVaultAndAnUnknownOne() {
    assertThat(Samples.code(decide(state(OPEN), all(null)))).isEqualTo("BackupService.0001");
    Decision unknown = new CreateCheckpointHandler(null, null, null, null, null).absent(all(null));
    assertThat(Samples.code(unknown)).isEqualTo("BackupService.6105");
  }

  private static CreateCheckpoint.State state(VaultState vault, KnownResource... facts) {
    return state(vault, List.of(), facts);
  }

  private static CreateCheckpoint.State state(
      VaultState vault, List<OperationState> running, KnownResource... facts) {
    return new CreateCheckpoint.State(vault, rows(facts), running, Map.of());
  }

  private static List<ResourceState> rows(KnownResource... facts) {
    return Arrays.stream(facts)
        .map(resource -> Samples.bound(resource, ResourceStatus.available))
        .toList();
  }

  private static CheckpointCommand.CreateCheckpoint all(String name, KnownResource... facts) {
    return new CheckpointCommand.CreateCheckpoint(
        Samples.VAULT,
        name,
        "d",
        false,
        true,
        List.of(),
        List.of(facts),
        List.of(),
        null,
        null,
        null);
  }

  private static CheckpointCommand.CreateCheckpoint named(String id, KnownResource... facts) {
    return new CheckpointCommand.CreateCheckpoint(
        Samples.VAULT,
        "n",
        "d",
        false,
        true,
        List.of(id, id),
        List.of(facts),
        List.of(),
        null,
        null,
        null);
  }

  private static Decision decide(
      CreateCheckpoint.State state, CheckpointCommand.CreateCheckpoint command) {
    return CreateCheckpoint.decide(state, command, Samples.envelope(COMMAND));
  }

  private static CheckpointCreated created(Decision.Accepted accepted) {
    return (CheckpointCreated) accepted.events().get(0);
  }

  private static StartBackup work(Decision decision) {
    return (StartBackup) ((Decision.Accepted) decision).commands().get(0);
  }
}
