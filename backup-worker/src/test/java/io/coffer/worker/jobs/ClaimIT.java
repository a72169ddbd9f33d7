package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.testing.WorkerStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may have which task, asked of the database itself. */
class ClaimIT {

  private static WorkerStack stack;
  private static TaskRows tasks;

  private final UUID vault = UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    stack = new WorkerStack();
    stack.worker("idle", "COFFER_WORKER_SLOTS", "0").ready();
    tasks = new TaskRows(stack.database());
  }

  @AfterAll
  static void stop() throws Exception {
    tasks.close();
    stack.close();
  }

  @BeforeEach
  void empty() throws Exception {
    tasks.run("delete from plumbing.task");
    tasks.run("delete from plumbing.project_turn");
  }

  @Test
  void backupsOfOneVaultRunSideBySide() throws Exception {
    UUID first = tasks.add(vault, false, 1);
    UUID second = tasks.add(vault, false, 2);
    assertThat(tasks.claim()).isEqualTo(first);
    assertThat(tasks.claim()).isEqualTo(second);
    assertThat(tasks.claim()).isNull();
  }

  @Test
  void aDeletionWaitsForWhatRunsAndIsNotOvertaken() throws Exception {
    UUID backup = tasks.add(vault, false, 1);
    UUID deletion = tasks.add(vault, true, 2);
    UUID later = tasks.add(vault, false, 3);
    UUID elsewhere = tasks.add(UUID.randomUUID(), false, 4);
    assertThat(tasks.claim()).isEqualTo(backup);
    assertThat(tasks.claim()).isEqualTo(elsewhere);
    assertThat(tasks.claim()).isNull();
    tasks.done(backup);
    assertThat(tasks.claim()).isEqualTo(deletion);
    assertThat(tasks.claim()).isNull();
    tasks.done(deletion);
    assertThat(tasks.claim()).isEqualTo(later);
  }

  @Test
  void aTaskInTwoVaultsAndADeletionInEitherWaitForEachOther() throws Exception {
    UUID source = UUID.randomUUID();
    UUID before = tasks.add(source, true, 1);
    UUID move = tasks.add(vault, false, 2);
    tasks.run("update plumbing.task set source_vault_id = ? where id = ?", source, move);
    UUID besideBackup = tasks.add(source, false, 3);
    UUID here = tasks.add(vault, true, 4);
    UUID there = tasks.add(source, true, 5);
    assertThat(tasks.claim()).isEqualTo(before);
    assertThat(tasks.claim()).isNull();
    tasks.done(before);
    assertThat(List.of(tasks.claim(), tasks.claim())).containsExactlyInAnyOrder(move, besideBackup);
    assertThat(tasks.claim()).isNull();
    assertThat(tasks.number("select plumbing.claim_vault('" + besideBackup + "', 1)::int"))
        .isZero();
    tasks.done(move);
    assertThat(tasks.claim()).isEqualTo(here);
    assertThat(tasks.claim()).isNull();
    tasks.done(besideBackup);
    assertThat(tasks.claim()).isEqualTo(there);
  }

  @Test
  void aTaskOfADeadWorkerIsFreeWhenItsLeaseEnds() throws Exception {
    UUID task = tasks.add(vault, false, 1);
    assertThat(tasks.claim()).isEqualTo(task);
    assertThat(tasks.claim()).isNull();
    tasks.run(
        "update plumbing.task set lease_until = clock_timestamp() - interval '1 millisecond'");
    assertThat(tasks.claim()).isEqualTo(task);
    assertThat(tasks.number("select epoch from plumbing.task")).isEqualTo(2);
  }

  @Test
  void aTaskThatIsToRestIsLeftAlone() throws Exception {
    tasks.add(vault, false, 1);
    tasks.run("update plumbing.task set not_before = clock_timestamp() + interval '1 hour'");
    assertThat(tasks.claim()).isNull();
  }

  @Test
  void aClockThatWasSetBackDelaysNeitherANewTaskNorThatOfADeadWorker() throws Exception {
    UUID rested = tasks.add(vault, false, 1);
    UUID dead = tasks.add(UUID.randomUUID(), false, 2);
    tasks.run(
        "update plumbing.task set state = 'running', lease_owner = 'dead' where id = ?", dead);
    tasks.run(
        "update plumbing.task set not_before = clock_timestamp() + interval '1 hour',"
            + " lease_until = clock_timestamp() + interval '1 hour' - interval '1 millisecond'");
    tasks.run("update plumbing.task set timed_at = clock_timestamp() + interval '1 hour'");
    assertThat(tasks.claim()).isNull();
    tasks.run("select plumbing.follow_clock()");
    assertThat(List.of(tasks.claim(), tasks.claim())).containsExactlyInAnyOrder(rested, dead);
    tasks.run("select plumbing.follow_clock()");
    assertThat(tasks.claim()).isNull();
  }

  @Test
  void aVaultIsHadAloneOnlyWhenNothingElseRunsInIt() throws Exception {
    UUID first = tasks.add(vault, false, 1);
    UUID second = tasks.add(vault, false, 2);
    tasks.claim();
    tasks.claim();
    assertThat(tasks.number("select plumbing.claim_vault('" + first + "', 1)::int")).isZero();
    tasks.done(second);
    assertThat(tasks.number("select plumbing.claim_vault('" + first + "', 2)::int")).isZero();
    assertThat(tasks.number("select plumbing.claim_vault('" + first + "', 1)::int")).isOne();
    tasks.add(vault, false, 3);
    assertThat(tasks.claim()).isNull();
  }

  @Test
  void aProjectWithManyTasksLeavesTurnsToOthers() throws Exception {
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      many.add(tasks.add("many", UUID.randomUUID(), false, i));
    }
    UUID few = tasks.add("few", UUID.randomUUID(), false, 10);
    UUID another = tasks.add("another", UUID.randomUUID(), false, 11);
    assertThat(tasks.claim()).isEqualTo(many.get(0));
    assertThat(tasks.claim()).isEqualTo(few);
    assertThat(tasks.claim()).isEqualTo(another);
    assertThat(tasks.claim()).isEqualTo(many.get(1));
  }

  @Test
  void projectsTakeTurnsThoughOneCameLong() throws Exception {
    List<UUID> order = new ArrayList<>();
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      many.add(tasks.add("many", UUID.randomUUID(), false, i));
    }
    UUID few = tasks.add("few", UUID.randomUUID(), false, 10);
    for (UUID task = tasks.claim(); task != null; task = tasks.claim()) {
      order.add(task);
      tasks.done(task);
    }
    assertThat(order).containsExactly(many.get(0), few, many.get(1), many.get(2));
  }

  @Test
  void aProjectWhoseVaultIsBusyKeepsNobodyWaiting() throws Exception {
    tasks.add("busy", vault, true, 1);
    tasks.add("busy", vault, false, 2);
    UUID other = tasks.add("other", UUID.randomUUID(), false, 3);
    tasks.claim();
    assertThat(tasks.claim()).isEqualTo(other);
    assertThat(tasks.claim()).isNull();
  }

  @Test
  void aTaskCountsTheWorkersThatDiedWithIt() throws Exception {
    tasks.add(vault, false, 1);
    for (int deaths = 0; deaths < 3; deaths++) {
      tasks.claim();
      assertThat(tasks.number("select crashes from plumbing.task")).isEqualTo(deaths);
      tasks.run(
          "update plumbing.task set lease_owner = 'another',"
              + " lease_until = clock_timestamp() - interval '1 millisecond'");
    }
  }

  @Test
  void aLeaseThatItsLivingWorkerTakesUpAgainIsNoDeath() throws Exception {
    tasks.add(vault, false, 1);
    tasks.claim();
    tasks.run(
        "update plumbing.task set lease_until = clock_timestamp() - interval '1 millisecond'");
    tasks.claim();
    assertThat(tasks.number("select crashes from plumbing.task")).isZero();
  }

  @Test
  void aTaskThatSawTwoWorkersDieRunsAlone() throws Exception {
    UUID beside = tasks.add(vault, false, 1);
    UUID suspect = tasks.add("q", UUID.randomUUID(), false, 2);
    UUID later = tasks.add("r", UUID.randomUUID(), false, 3);
    tasks.run("update plumbing.task set crashes = 2 where id = ?", suspect);
    assertThat(tasks.claim()).isEqualTo(beside);
    assertThat(tasks.claim()).isNull();
    tasks.done(beside);
    assertThat(tasks.claim()).isEqualTo(suspect);
    assertThat(tasks.claim()).isNull();
    tasks.done(suspect);
    assertThat(tasks.claim()).isEqualTo(later);
  }

  @Test
  void manyWorkersAtOnceNeverShareATaskNorAVaultThatIsDeletedFrom() throws Exception {
    for (int i = 0; i < 40; i++) {
      tasks.add(i % 4 == 0 ? vault : UUID.randomUUID(), i % 8 == 4, i);
    }
    List<UUID> claimed = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(8);
    List<Callable<List<UUID>>> claimers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      claimers.add(this::claimAll);
    }
    for (Future<List<UUID>> each : workers.invokeAll(claimers)) {
      claimed.addAll(each.get());
    }
    workers.shutdown();
    assertThat(claimed).doesNotHaveDuplicates();
    String together =
        "select count(*) from plumbing.task a join plumbing.task b on a.vault_id = b.vault_id"
            + " and a.id <> b.id and a.exclusive where a.state = 'running' and b.state = 'running'";
    assertThat(tasks.number(together)).isZero();
  }

  private List<UUID> claimAll() throws SQLException {
    List<UUID> claimed = new ArrayList<>();
    try (TaskRows own = new TaskRows(stack.database())) {
      for (UUID task = own.claim(); task != null; task = own.claim()) {
        claimed.add(task);
      }
    }
    return claimed;
  }
}
