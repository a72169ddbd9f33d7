package io.coffer.worker.task;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.VaultQueue;
import io.coffer.worker.plumbing.DatabaseAwayException;
import io.coffer.worker.plumbing.Plumbing;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tasks as the threads of this worker see them: who has which, and how far they are. Everything a
 * holder writes names its epoch, so that a former holder writes nothing. All methods throw {@link
 * DatabaseAwayException}.
 */
@ApplicationScoped
public class TaskTable {

  private final Plumbing plumbing;
  private final String owner;
  private final long leaseMillis;
  private final long timeoutMillis;

  TaskTable(Plumbing plumbing, WorkerSettings settings) {
    this.plumbing = plumbing;
    this.owner = settings.instance();
    this.leaseMillis = settings.worker().lease().toMillis();
    this.timeoutMillis = settings.worker().taskTimeout().toMillis();
  }

  /** The name under which this worker holds tasks. */
  String owner() {
    return owner;
  }

  /** Leases a task that may run, fair between projects. */
  Optional<Task> claim() {
    return plumbing
        .query(
            """
            select t.*,
              coalesce(clock_timestamp() - t.started_at > $3 * interval '1 millisecond', false) late
            from plumbing.claim_task($1, $2) t
            """,
            owner,
            leaseMillis,
            timeoutMillis)
        .stream()
        .findFirst()
        .map(TaskReader::read);
  }

  /** Gives back everything that this worker held when it died. */
  int takeOverOwn() {
    return plumbing.change(
        """
        update plumbing.task
        set state = 'waiting', lease_owner = null, lease_until = null, crashes = crashes + 1,
          not_before = clock_timestamp() + plumbing.rest_after(crashes + 1)
        where state = 'running' and lease_owner = $1
        """,
        owner);
  }

  /** Lets the task be claimed again although it broke down this worker, or nearly so. */
  void crashed(Task task) {
    plumbing.change(
        """
        update plumbing.task
        set state = 'waiting', lease_owner = null, lease_until = null, crashes = crashes + 1,
          not_before = clock_timestamp() + plumbing.rest_after(crashes + 1)
        where id = $1 and epoch = $2 and lease_owner = $3 and state = 'running'
        """,
        task.id(),
        task.epoch(),
        owner);
  }

  /**
   * Keeps leases and rests as long as they were meant to be when the database's clock goes back.
   */
  void followClock() {
    plumbing.query("select plumbing.follow_clock()");
  }

  /** Prolongs the leases of these tasks; those that come back are still held. */
  List<Beat> beat(Collection<Task> tasks, Duration timeout) {
    return plumbing
        .query(
            """
            update plumbing.task t
            set lease_until = clock_timestamp() + $4 * interval '1 millisecond'
            from unnest($1::uuid[], $2::bigint[]) as held(id, epoch)
            where t.id = held.id and t.epoch = held.epoch and t.lease_owner = $3
              and t.state = 'running'
            returning t.id,
              coalesce(clock_timestamp() - t.started_at > $5 * interval '1 millisecond', false)
            """,
            tasks.stream().map(Task::id).toArray(UUID[]::new),
            tasks.stream().map(Task::epoch).toArray(Long[]::new),
            owner,
            leaseMillis,
            timeout.toMillis())
        .stream()
        .map(row -> new Beat(row.getUUID(0), row.getBoolean(1)))
        .toList();
  }

  /** A task that is still held, and whether it has run for too long. */
  record Beat(UUID taskId, boolean timedOut) {}

  /** Whether the task still belongs to this worker. */
  boolean isHeld(Task task) {
    return !plumbing
        .query(
            "select 1 from plumbing.task where id = $1 and epoch = $2 and lease_owner = $3"
                + " and state = 'running' and lease_until > clock_timestamp()",
            task.id(),
            task.epoch(),
            owner)
        .isEmpty();
  }

  /** Lets the task be claimed again, at once. */
  void release(Task task) {
    again(task, 0, 0);
  }

  /** Lets the task be claimed again in a while, after something that nobody foresaw. */
  void retry(Task task, Duration in) {
    again(task, in.toMillis(), 1);
  }

  private void again(Task task, long millis, int mishaps) {
    plumbing.change(
        """
        update plumbing.task
        set state = 'waiting', lease_owner = null, lease_until = null, mishaps = mishaps + $5,
          not_before = clock_timestamp() + $4 * interval '1 millisecond'
        where id = $1 and epoch = $2 and lease_owner = $3 and state = 'running'
        """,
        task.id(),
        task.epoch(),
        owner,
        millis,
        mishaps);
  }

  /** Raises what is known of the progress; empty when the task is not held any more. */
  Optional<Progress> raise(Task task, Progress progress) {
    return plumbing
        .query(
            """
            update plumbing.task
            set percent = greatest(percent, $4), total_bytes = greatest(total_bytes, $5),
              processed_bytes = greatest(processed_bytes, $6),
              stored_bytes = greatest(stored_bytes, $7)
            where id = $1 and epoch = $2 and lease_owner = $3 and state = 'running'
            returning percent, total_bytes, processed_bytes, stored_bytes
            """,
            task.id(),
            task.epoch(),
            owner,
            progress.percent(),
            progress.totalBytes(),
            progress.processedBytes(),
            progress.storedBytes())
        .stream()
        .findFirst()
        .map(TaskTable::progress);
  }

  /** Says what the task waits for, for people who look. */
  void note(Task task, String note) {
    plumbing.change(
        "update plumbing.task set note = $4 where id = $1 and epoch = $2 and lease_owner = $3",
        task.id(),
        task.epoch(),
        owner,
        note);
  }

  /** Gets the vault for this task alone. */
  boolean claimVault(Task task) {
    return plumbing
        .query("select plumbing.claim_vault($1, $2)", task.id(), task.epoch())
        .get(0)
        .getBoolean(0);
  }

  /** Who waits for the vault of the task. */
  VaultQueue queue(Task task) {
    return plumbing
        .query(
            "select exclusive from plumbing.task"
                + " where vault_id = $1 and id <> $2 and state <> 'done'"
                + " order by exclusive desc limit 1",
            task.vaultId(),
            task.id())
        .stream()
        .findFirst()
        .map(row -> row.getBoolean(0) ? VaultQueue.DELETION : VaultQueue.SHARERS)
        .orElse(VaultQueue.NOBODY);
  }

  /** Forgets tasks that ended long ago; longer than a command can be delivered again. */
  void forgetOld() {
    plumbing.change(
        "delete from plumbing.task where state = 'done'"
            + " and ended_at < now() - interval '35 days'");
  }

  private static Progress progress(Row row) {
    return new Progress(row.getInteger(0), row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
