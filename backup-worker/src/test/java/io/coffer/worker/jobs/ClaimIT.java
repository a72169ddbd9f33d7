package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.testing.WorkerStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
  private static Connection connection;

  private final UUID vault = UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    stack = new WorkerStack();
    stack.worker("idle", "COFFER_WORKER_SLOTS", "0").ready();
    connection = stack.database();
  }

  @AfterAll
  static void stop() throws Exception {
    connection.close();
    stack.close();
  }

  @BeforeEach
  void empty() throws Exception {
    run("delete from plumbing.task");
    run("delete from plumbing.project_turn");
  }

  @Test
  void backupsOfOneVaultRunSideBySide() throws Exception {
    UUID first = add(vault, false, 1);
    UUID second = add(vault, false, 2);
    assertThat(claim()).isEqualTo(first);
    assertThat(claim()).isEqualTo(second);
    assertThat(claim()).isNull();
  }

  @Test
  void aDeletionWaitsForWhatRunsAndIsNotOvertaken() throws Exception {
    UUID backup = add(vault, false, 1);
    UUID deletion = add(vault, true, 2);
    UUID later = add(vault, false, 3);
    UUID elsewhere = add(UUID.randomUUID(), false, 4);
    assertThat(claim()).isEqualTo(backup);
    assertThat(claim()).isEqualTo(elsewhere);
    assertThat(claim()).isNull();
    done(backup);
    assertThat(claim()).isEqualTo(deletion);
    assertThat(claim()).isNull();
    done(deletion);
    assertThat(claim()).isEqualTo(later);
  }

  @Test
  void aTaskInTwoVaultsAndADeletionInEitherWaitForEachOther() throws Exception {
    UUID source = UUID.randomUUID();
    UUID before = add(source, true, 1);
    UUID move = add(vault, false, 2);
    run("update plumbing.task set source_vault_id = ? where id = ?", source, move);
    UUID besideBackup = add(source, false, 3);
    UUID here = add(vault, true, 4);
    UUID there = add(source, true, 5);
    assertThat(claim()).isEqualTo(before);
    assertThat(claim()).isNull();
    done(before);
    assertThat(List.of(claim(), claim())).containsExactlyInAnyOrder(move, besideBackup);
    assertThat(claim()).isNull();
    assertThat(number("select plumbing.claim_vault('" + besideBackup + "', 1)::int")).isZero();
    done(move);
    assertThat(claim()).isEqualTo(here);
    assertThat(claim()).isNull();
    done(besideBackup);
    assertThat(claim()).isEqualTo(there);
  }

  @Test
  void aTaskOfADeadWorkerIsFreeWhenItsLeaseEnds() throws Exception {
    UUID task = add(vault, false, 1);
    assertThat(claim()).isEqualTo(task);
    assertThat(claim()).isNull();
    run("update plumbing.task set lease_until = clock_timestamp() - interval '1 millisecond'");
    assertThat(claim()).isEqualTo(task);
    assertThat(number("select epoch from plumbing.task")).isEqualTo(2);
  }

  @Test
  void aTaskThatIsToRestIsLeftAlone() throws Exception {
    add(vault, false, 1);
    run("update plumbing.task set not_before = clock_timestamp() + interval '1 hour'");
    assertThat(claim()).isNull();
  }

  @Test
  void aClockThatWasSetBackDelaysNeitherANewTaskNorThatOfADeadWorker() throws Exception {
    UUID rested = add(vault, false, 1);
    UUID dead = add(UUID.randomUUID(), false, 2);
    run("update plumbing.task set state = 'running', lease_owner = 'dead' where id = ?", dead);
    run(
        "update plumbing.task set not_before = clock_timestamp() + interval '1 hour',"
            + " lease_until = clock_timestamp() + interval '1 hour' - interval '1 millisecond'");
    run("update plumbing.task set timed_at = clock_timestamp() + interval '1 hour'");
    assertThat(claim()).isNull();
    run("select plumbing.follow_clock()");
    assertThat(List.of(claim(), claim())).containsExactlyInAnyOrder(rested, dead);
    run("select plumbing.follow_clock()");
    assertThat(claim()).isNull();
  }

  @Test
  void aVaultIsHadAloneOnlyWhenNothingElseRunsInIt() throws Exception {
    UUID first = add(vault, false, 1);
    UUID second = add(vault, false, 2);
    claim();
    claim();
    assertThat(number("select plumbing.claim_vault('" + first + "', 1)::int")).isZero();
    done(second);
    assertThat(number("select plumbing.claim_vault('" + first + "', 2)::int")).isZero();
    assertThat(number("select plumbing.claim_vault('" + first + "', 1)::int")).isOne();
    add(vault, false, 3);
    assertThat(claim()).isNull();
  }

  @Test
  void aProjectWithManyTasksLeavesTurnsToOthers() throws Exception {
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      many.add(add("many", UUID.randomUUID(), false, i));
    }
    UUID few = add("few", UUID.randomUUID(), false, 10);
    UUID another = add("another", UUID.randomUUID(), false, 11);
    assertThat(claim()).isEqualTo(many.get(0));
    assertThat(claim()).isEqualTo(few);
    assertThat(claim()).isEqualTo(another);
    assertThat(claim()).isEqualTo(many.get(1));
  }

  @Test
  void projectsTakeTurnsThoughOneCameLong() throws Exception {
    List<UUID> order = new ArrayList<>();
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      many.add(add("many", UUID.randomUUID(), false, i));
    }
    UUID few = add("few", UUID.randomUUID(), false, 10);
    for (UUID task = claim(); task != null; task = claim()) {
      order.add(task);
      done(task);
    }
    assertThat(order).containsExactly(many.get(0), few, many.get(1), many.get(2));
  }

  @Test
  void aProjectWhoseVaultIsBusyKeepsNobodyWaiting() throws Exception {
    add("busy", vault, true, 1);
    add("busy", vault, false, 2);
    UUID other = add("other", UUID.randomUUID(), false, 3);
    claim();
    assertThat(claim()).isEqualTo(other);
    assertThat(claim()).isNull();
  }

  @Test
  void aTaskCountsTheWorkersThatDiedWithIt() throws Exception {
    add(vault, false, 1);
    for (int deaths = 0; deaths < 3; deaths++) {
      claim();
      assertThat(number("select crashes from plumbing.task")).isEqualTo(deaths);
      run(
          "update plumbing.task set lease_owner = 'another',"
              + " lease_until = clock_timestamp() - interval '1 millisecond'");
    }
  }

  @Test
  void aLeaseThatItsLivingWorkerTakesUpAgainIsNoDeath() throws Exception {
    add(vault, false, 1);
    claim();
    run("update plumbing.task set lease_until = clock_timestamp() - interval '1 millisecond'");
    claim();
    assertThat(number("select crashes from plumbing.task")).isZero();
  }

  @Test
  void aTaskThatSawTwoWorkersDieRunsAlone() throws Exception {
    UUID beside = add(vault, false, 1);
    UUID suspect = add("q", UUID.randomUUID(), false, 2);
    UUID later = add("r", UUID.randomUUID(), false, 3);
    run("update plumbing.task set crashes = 2 where id = ?", suspect);
    assertThat(claim()).isEqualTo(beside);
    assertThat(claim()).isNull();
    done(beside);
    assertThat(claim()).isEqualTo(suspect);
    assertThat(claim()).isNull();
    done(suspect);
    assertThat(claim()).isEqualTo(later);
  }

  @Test
  void manyWorkersAtOnceNeverShareATaskNorAVaultThatIsDeletedFrom() throws Exception {
    for (int i = 0; i < 40; i++) {
      add(i % 4 == 0 ? vault : UUID.randomUUID(), i % 8 == 4, i);
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
    assertThat(number(together)).isZero();
  }

  private List<UUID> claimAll() throws SQLException {
    List<UUID> claimed = new ArrayList<>();
    try (Connection own = stack.database()) {
      for (UUID task = claim(own); task != null; task = claim(own)) {
        claimed.add(task);
      }
    }
    return claimed;
  }

  private static UUID add(UUID vault, boolean exclusive, int order) throws SQLException {
    return add("p", vault, exclusive, order);
  }

  private static UUID add(String project, UUID vault, boolean exclusive, int order)
      throws SQLException {
    UUID task = UUID.randomUUID();
    run(
        "insert into plumbing.task (id, project, vault_id, kind, exclusive, payload, command_id,"
            + " created_at) values (?, ?, ?, 'BACKUP', ?, '{}', ?, to_timestamp(?))",
        task,
        project,
        vault,
        exclusive,
        UUID.randomUUID(),
        order);
    return task;
  }

  private static UUID claim() throws SQLException {
    return claim(connection);
  }

  private static UUID claim(Connection by) throws SQLException {
    try (PreparedStatement statement =
            by.prepareStatement("select id from plumbing.claim_task('me', 15000)");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1, UUID.class) : null;
    }
  }

  private static void done(UUID task) throws SQLException {
    run("update plumbing.task set state = 'done' where id = ?", task);
  }

  private static long number(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
