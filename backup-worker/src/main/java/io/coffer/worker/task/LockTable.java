package io.coffer.worker.task;

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

  /** Records a lock that is about to be written. */
  void comes(Task task, String lockId) {
    plumbing.change(
        "update plumbing.task set lock_ids = lock_ids || $3::text where id = $1 and epoch = $2",
        task.id(),
        task.epoch(),
        lockId);
  }

  /** Records that the task has no lock any more. */
  void gone(Task task) {
    plumbing.change(
        "update plumbing.task set lock_ids = '{}' where id = $1 and epoch = $2",
        task.id(),
        task.epoch());
  }

  /**
   * The locks in a vault whose holders are dead: of this task's earlier epochs and of tasks that
   * nobody holds.
   */
  public List<String> ofDeadHolders(Task task) {
    return plumbing
        .query(
            """
            select unnest(lock_ids) from plumbing.task
            where vault_id = $1 and lock_ids <> '{}'
              and (id = $2 or state <> 'running' or lease_until < clock_timestamp())
            """,
            task.vaultId(),
            task.id())
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** Records that those locks are removed. */
  public void removed(UUID vaultId, List<String> lockIds) {
    plumbing.change(
        """
        update plumbing.task
        set lock_ids = array(select lock from unnest(lock_ids) lock where lock <> all($2::text[]))
        where vault_id = $1 and lock_ids && $2::text[]
        """,
        vaultId,
        lockIds.toArray(String[]::new));
  }
}
