package io.coffer.worker.task;

import io.coffer.worker.job.Task;
import io.coffer.worker.plumbing.Plumbing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Which lock files tasks have written or were about to write. What a dead holder left can so be
 * told from the locks of strangers.
 */
@ApplicationScoped
public class LockTable {

  private final Plumbing plumbing;

  LockTable(Plumbing plumbing) {
    this.plumbing = plumbing;
  }

  /** Records a lock on a vault that is about to be written. */
  void comes(Task task, UUID vaultId, String lockId) {
    String column = column(task, vaultId);
    plumbing.change(
        "update plumbing.task set "
            + column
            + " = "
            + column
            + " || $3::text"
            + " where id = $1 and epoch = $2",
        task.id(),
        task.epoch(),
        lockId);
  }

  /** Records that the task has no lock on a vault any more. */
  void gone(Task task, UUID vaultId) {
    plumbing.change(
        "update plumbing.task set "
            + column(task, vaultId)
            + " = '{}' where id = $1 and epoch = $2",
        task.id(),
        task.epoch());
  }

  /**
   * The locks on a vault whose holders are dead: of this task's earlier epochs and of tasks that
   * nobody holds.
   */
  public List<String> ofDeadHolders(Task task, UUID vaultId) {
    return plumbing
        .query(
            """
            select unnest(case when vault_id = $1 then lock_ids else source_lock_ids end)
            from plumbing.task
            where (vault_id = $1 and lock_ids <> '{}'
                or source_vault_id = $1 and source_lock_ids <> '{}')
              and (id = $2 or state <> 'running' or lease_until < clock_timestamp())
            """,
            vaultId,
            task.id())
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** Records that those locks are removed. */
  public void removed(UUID vaultId, List<String> lockIds) {
    removed("vault_id", "lock_ids", vaultId, lockIds);
    removed("source_vault_id", "source_lock_ids", vaultId, lockIds);
  }

  private void removed(String vault, String locks, UUID vaultId, List<String> lockIds) {
    plumbing.change(
        "update plumbing.task set "
            + locks
            + " = array(select lock from unnest("
            + locks
            + ") lock"
            + " where lock <> all($2::text[]))"
            + " where "
            + vault
            + " = $1 and "
            + locks
            + " && $2::text[]",
        vaultId,
        lockIds.toArray(String[]::new));
  }

  /** A task keeps its locks on the vault that it writes in, and those on one that it reads. */
  private static String column(Task task, UUID vaultId) {
    return task.vaultId().equals(vaultId) ? "lock_ids" : "source_lock_ids";
  }
}
