package io.coffer.worker.task;

import io.coffer.worker.job.TaskKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The part of a task that the messages about it read and write. */
@Entity(name = "Task")
@Table(schema = "plumbing", name = "task")
class TaskRow {

  static final String RUNNING = "running";
  static final String DONE = "done";

  @Id UUID id;

  @Column(updatable = false)
  UUID vaultId;

  @Column(updatable = false)
  String kind;

  String state;

  @Column(updatable = false)
  long epoch;

  @Column(updatable = false)
  String leaseOwner;

  Instant startedAt;

  Instant endedAt;

  String snapshotId;

  TaskState state() {
    return new TaskState(id, vaultId, TaskKind.valueOf(kind), startedAt != null);
  }

  /** Whether this holder may still speak for the task. */
  boolean isHeldBy(Holder holder) {
    return RUNNING.equals(state) && epoch == holder.epoch() && holder.owner().equals(leaseOwner);
  }
}
