package io.coffer.vault.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.BackupEvent.BackupsSkipped;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.SkippedBackup;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiredCheckpointTest {

  private static final UUID COMMAND = UUID.fromString("abcd0000-0000-4000-8000-000000000001");
  private static final Instant EXPIRY = Samples.TIME.plus(Duration.ofDays(7));
  private static final UUID POLICY = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final KnownResource ONE = Samples.server("s1");
  private static final KnownResource TWO = Samples.server("s2");

  @Test
  void backsUpWhatItCanAndTellsOfTheRestInTasks() {
    OperationState busy = Samples.running(OperationType.backup, "s1", null);
    Decision.Accepted accepted =
        decide(state(OPEN, List.of(busy), ONE, TWO), List.of("s1", "s2", "s9"), ONE, TWO);
    CheckpointCreated created = (CheckpointCreated) accepted.events().get(0);
    assertThat(created.name()).isEqualTo("autobk_abcd");
    assertThat(created.autoTrigger()).isTrue();
    assertThat(created.expiredAt()).isEqualTo(EXPIRY);
    assertThat(created.policyId()).isEqualTo(POLICY);
    assertThat(created.backups()).extracting(PlannedBackup::resourceId).containsExactly("s2");
    assertThat(accepted.commands()).hasSize(1);
    BackupsSkipped skipped = (BackupsSkipped) accepted.events().get(1);
    assertThat(skipped.checkpointId()).isEqualTo(DerivedId.checkpoint(COMMAND));
    assertThat(skipped.backups())
        .extracting(SkippedBackup::taskId, one -> one.resource().code())
        .containsExactly(
            tuple(DerivedId.task(COMMAND, "s1"), "BackupService.6203"),
            tuple(DerivedId.task(COMMAND, "s9"), "BackupService.6135"));
  }

  @Test
  void makesNoRestorePointWhenNothingIsLeft() {
    Decision.Accepted accepted = decide(state(OPEN, List.of(), ONE), List.of("s1"));
    assertThat(accepted.events()).hasSize(1);
    BackupsSkipped skipped = (BackupsSkipped) accepted.events().get(0);
    assertThat(skipped.checkpointId()).isNull();
    assertThat(skipped.backups().get(0).resource().code()).isEqualTo("BackupService.7100");
    assertThat(skipped.backups().get(0).resource().name()).isEqualTo("server s1");
    assertThat(accepted.commands()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"frozen, 0, 6113", "deleting, 0, 6113", "available, 100, 6114"})
  void skipsEveryResourceOfAVaultThatTakesNone(VaultStatus status, long usedGb, String code) {
    VaultState vault = Samples.vault(status, false, usedGb * Samples.GB);
    Decision.Accepted accepted =
        decide(state(vault, List.of(), ONE, TWO), List.of("s1", "s2"), ONE, TWO);
    assertThat(((BackupsSkipped) accepted.events().get(0)).backups())
        .extracting(one -> one.resource().id(), one -> one.resource().code())
        .containsExactly(
            tuple("s1", "BackupService." + code), tuple("s2", "BackupService." + code));
  }

  @Test
  void skipsWhatWasInAVaultThatIsGone() {
    Decision.Accepted accepted = decide(state(null, List.of()), List.of("s1"), ONE);
    assertThat(((BackupsSkipped) accepted.events().get(0)).backups())
        .extracting(one -> one.resource().code(), one -> one.resource().type())
        .containsExactly(tuple("BackupService.6105", "OS::Nova::Server"));
  }

  @Test
  void makesFullBackupsOfThoseThatAreNamed() {
    CreateCheckpoint.State state =
        new CreateCheckpoint.State(
            OPEN, rows(ONE, TWO), List.of(), Map.of("s1", "snap-1", "s2", "snap-2"));
    Decision.Accepted accepted = decide(state, List.of("s1", "s2"), ONE, TWO);
    assertThat(((CheckpointCreated) accepted.events().get(0)).backups())
        .extracting(PlannedBackup::resourceId, PlannedBackup::incremental)
        .containsExactly(tuple("s1", true), tuple("s2", false));
  }

  private static Decision.Accepted decide(
      CreateCheckpoint.State state, List<String> ids, KnownResource... facts) {
    CheckpointCommand.CreateCheckpoint command =
        new CheckpointCommand.CreateCheckpoint(
            Samples.VAULT,
            null,
            null,
            true,
            true,
            ids,
            List.of(facts),
            List.of("s2"),
            Samples.TIME,
            EXPIRY,
            POLICY);
    return (Decision.Accepted) FiredCheckpoint.decide(state, command, Samples.envelope(COMMAND));
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
}
