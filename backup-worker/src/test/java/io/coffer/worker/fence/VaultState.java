package io.coffer.worker.fence;

import io.coffer.worker.fence.FenceModel.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A vault and its tasks at one instant of {@link FenceModel}. Packs and snapshots have slots, one
 * for each task and epoch; a set of packs is a number of bits.
 *
 * @param told the snapshot that was told with the success of a task
 * @param snapshots the pack that each refers to
 */
record VaultState(
    Set<Job> jobs,
    List<Integer> epochs,
    int done,
    List<Integer> told,
    int packs,
    int listed,
    List<Integer> snapshots,
    int marked,
    int old) {
  static final int FIRST = 0;
  static final int DELETION = 1;
  static final int SECOND = 2;
  static final int TASKS = 3;
  static final int EPOCHS = 2;
  static final int NONE = -1;

  enum Step {
    LOCK,
    LOAD,
    WRITE,
    LOOK_INDEX,
    INDEX,
    LOOK_SNAPSHOT,
    SNAPSHOT,
    LOOK_FORGET,
    FORGET,
    WITHDRAW,
    LOOK_SALVAGE,
    SALVAGE,
    LOOK_DOOMED,
    FORGET_DOOMED,
    MARK,
    LOOK_UNLIST,
    UNLIST,
    LOOK_DROP,
    DROP,
    VERDICT
  }

  /**
   * A holder at work.
   *
   * @param pack that its snapshot refers to
   * @param doomed packs that it deletes
   * @param late whether its time is over
   */
  record Job(int task, int epoch, Step step, int pack, int doomed, boolean alone, boolean late) {

    Job at(Step next) {
      return new Job(task, epoch, next, pack, doomed, alone, late);
    }

    /** Of its pack and of its snapshot. */
    int slot() {
      return (task == FIRST ? 0 : EPOCHS) + epoch - 1;
    }

    boolean locked() {
      return step != Step.LOCK;
    }
  }

  boolean isCurrent(Job job) {
    return !job.late() && epochs.get(job.task()) == job.epoch() && !isDone(job.task());
  }

  boolean isDone(int task) {
    return (done >> task & 1) == 1;
  }

  VaultState with(Job old, Job next) {
    Set<Job> changed = new HashSet<>(jobs);
    changed.remove(old);
    if (next != null) {
      changed.add(next);
    }
    return new VaultState(
        Set.copyOf(changed), epochs, done, told, packs, listed, snapshots, marked, this.old);
  }

  VaultState packs(int packs, int listed) {
    return new VaultState(jobs, epochs, done, told, packs, listed, snapshots, marked, old);
  }

  VaultState snapshot(int slot, int pack) {
    List<Integer> changed = set(snapshots, slot, pack);
    return new VaultState(jobs, epochs, done, told, packs, listed, changed, marked, old);
  }

  Set<Fault> faults() {
    Set<Fault> here = EnumSet.noneOf(Fault.class);
    for (int task : List.of(FIRST, SECOND)) {
      int slot = told().get(task);
      boolean deleted = task == FIRST && epochs().get(DELETION) > 0;
      if (slot != NONE && !deleted) {
        int pack = snapshots().get(slot);
        if (pack == NONE) {
          here.add(Fault.AVAILABLE_BACKUP_WITHOUT_SNAPSHOT);
        } else if ((packs() & listed() & 1 << pack) == 0) {
          here.add(Fault.AVAILABLE_BACKUP_WITHOUT_PACK);
        }
      }
    }
    if (jobs().isEmpty()) {
      boolean damaged = (listed() & ~packs()) != 0;
      for (int pack : snapshots()) {
        damaged |= pack != NONE && (packs() & listed() & 1 << pack) == 0;
      }
      if (damaged) {
        here.add(Fault.DAMAGE_AT_REST);
      }
    }
    return here;
  }

  static List<Integer> set(List<Integer> list, int index, int value) {
    List<Integer> changed = new ArrayList<>(list);
    changed.set(index, value);
    return List.copyOf(changed);
  }
}
