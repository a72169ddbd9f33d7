package io.coffer.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.TaskKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskMessagesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final UUID task = UUID.randomUUID();
  private final TaskBegun begun = new TaskBegun(task, new Holder("me", 3), NOW);

  @Test
  void tellsTheFirstBeginning() {
    assertThat(decide(row("running", 3, "me")))
        .isEqualTo(Decision.accept(new TaskEvent.TaskStarted(task, NOW)));
    TaskRow begunBefore = row("running", 3, "me");
    begunBefore.startedAt = NOW;
    assertThat(decide(begunBefore)).isEqualTo(Decision.nothing());
  }

  @Test
  void listensToNobodyWhoLostTheTask() {
    Holder me = begun.holder();
    assertThat(row("running", 3, "me").isHeldBy(me)).isTrue();
    assertThat(row("running", 4, "me").isHeldBy(me)).isFalse();
    assertThat(row("running", 3, "other").isHeldBy(me)).isFalse();
    assertThat(row("waiting", 3, null).isHeldBy(me)).isFalse();
    assertThat(row("done", 3, "me").isHeldBy(me)).isFalse();
    assertThat(new BeginTaskHandler(null).absent(begun)).isEqualTo(Decision.nothing());
  }

  @Test
  void saysOfASuccessWhatWasStoredAndFreed() {
    TaskResult result = new TaskResult.Success(new JobResult("snapshot", 1000, 400));
    assertThat(result.event(task, new StorageReport.Change(450, 5, 450), NOW))
        .isEqualTo(new TaskEvent.TaskSucceeded(task, "snapshot", 1000, 450, 5, NOW, List.of()));
  }

  @Test
  void saysOfAFailureWhy() {
    TaskResult result =
        new TaskResult.Failure(CbrError.DISK_NOT_FOUND, "Volume v is gone.", false, 7);
    assertThat(result.event(task, new StorageReport.Change(9, 0, 9), NOW))
        .isEqualTo(
            new TaskEvent.TaskFailed(
                task, "BackupService.7000", "Volume v is gone.", false, 9, NOW));
  }

  @Test
  void knowsAKindForEveryOrder() {
    assertThat(Arrays.stream(TaskKind.values()).map(TaskKind::command))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WorkCommand.class.getPermittedSubclasses())
                .<Class<? extends WorkCommand>>map(type -> type.asSubclass(WorkCommand.class))
                .toList());
  }

  private Decision decide(TaskRow row) {
    return new BeginTaskHandler(null).decide(row.state(), begun, null);
  }

  private TaskRow row(String state, long epoch, String owner) {
    TaskRow row = new TaskRow();
    row.id = task;
    row.kind = "BACKUP";
    row.state = state;
    row.epoch = epoch;
    row.leaseOwner = owner;
    return row;
  }
}
