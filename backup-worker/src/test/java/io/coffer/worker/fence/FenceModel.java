package io.coffer.worker.fence;

import io.coffer.worker.fence.VaultState.Job;
import io.coffer.worker.fence.VaultState.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lease, epoch, kernel lock, index, prune and salvage of one vault: a backup, its deletion, and
 * another backup of the same bytes, each tried by two holders, one after the other. Every order of
 * their steps is tried. A holder that sleeps is one that makes no step; it may be taken for dead at
 * any time, and be killed at any time.
 */
final class FenceModel {

  /**
   * What keeps holders apart.
   *
   * @param kernel locks of the kernel on the vault, for the life of a job
   * @param guards the epoch is looked at right before everything that others see, and only what
   *     lower epochs left is forgotten
   * @param age packs are deleted only when they were found unneeded so long ago that no job of that
   *     time goes on
   */
  record Fence(boolean kernel, boolean guards, boolean age) {}

  /** What must never be. */
  enum Fault {
    AVAILABLE_BACKUP_WITHOUT_SNAPSHOT,
    AVAILABLE_BACKUP_WITHOUT_PACK,
    DAMAGE_AT_REST
  }

  /** Steps that follow a look: who sleeps here acts on what was true. */
  private static final Set<Step> GAPS =
      EnumSet.of(
          Step.INDEX,
          Step.SNAPSHOT,
          Step.FORGET,
          Step.SALVAGE,
          Step.FORGET_DOOMED,
          Step.UNLIST,
          Step.DROP);

  private final Fence fence;
  private final Set<VaultState> seen = new HashSet<>();
  private final Deque<VaultState> open = new ArrayDeque<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

  private FenceModel(Fence fence) {
    this.fence = fence;
  }

  /** All faults that some order of steps leads to. */
  static Set<Fault> faults(Fence fence) {
    return faults(fence, EnumSet.allOf(Fault.class));
  }

  /** The same, but it looks no further than until it has found these. */
  static Set<Fault> faults(Fence fence, Set<Fault> enough) {
    FenceModel model = new FenceModel(fence);
    model.explore(enough);
    return model.faults;
  }

  private void explore(Set<Fault> enough) {
    List<Integer> none =
        List.of(VaultState.NONE, VaultState.NONE, VaultState.NONE, VaultState.NONE);
    found(
        new VaultState(
            Set.of(),
            List.of(0, 0, 0),
            0,
            List.of(VaultState.NONE, VaultState.NONE, VaultState.NONE),
            0,
            0,
            none,
            0,
            0));
    while (!open.isEmpty() && !faults.containsAll(enough)) {
      VaultState state = open.pop();
      for (int task = 0; task < VaultState.TASKS; task++) {
        claim(state, task);
      }
      for (Job job : state.jobs()) {
        step(state, job);
        found(state.with(job, null)); // killed
        if (job.step() == Step.LOOK_INDEX) { // told to end, with a pack that is in no index yet
          found(state.with(job, job.at(fence.guards() ? Step.LOOK_SALVAGE : Step.SALVAGE)));
        }
      }
      pass(state);
    }
  }

  private void found(VaultState state) {
    if (seen.add(state)) {
      Set<Fault> here = state.faults();
      faults.addAll(here);
      if (here.isEmpty()) {
        open.push(state);
      }
    }
  }

  /** Each task in its turn; the holder before, if there is one, is taken for dead. */
  private void claim(VaultState state, int task) {
    boolean turn = task == VaultState.FIRST || state.isDone(task - 1);
    int epoch = state.epochs().get(task) + 1;
    if (turn && !state.isDone(task) && epoch <= VaultState.EPOCHS) {
      Job job = new Job(task, epoch, Step.LOCK, VaultState.NONE, 0, false, false);
      VaultState next = state.with(null, job);
      found(
          new VaultState(
              next.jobs(),
              VaultState.set(state.epochs(), task, epoch),
              state.done(),
              state.told(),
              state.packs(),
              state.listed(),
              state.snapshots(),
              state.marked(),
              state.old()));
    }
  }

  /** So much time goes by that packs are old. Nobody sleeps so long between a look and an act. */
  private void pass(VaultState state) {
    if (!fence.age() || state.jobs().stream().anyMatch(job -> GAPS.contains(job.step()))) {
      return;
    }
    Set<Job> late = new HashSet<>();
    for (Job job : state.jobs()) {
      late.add(
          new Job(
              job.task(), job.epoch(), job.step(), job.pack(), job.doomed(), job.alone(), true));
    }
    found(
        new VaultState(
            Set.copyOf(late),
            state.epochs(),
            state.done(),
            state.told(),
            state.packs(),
            state.listed(),
            state.snapshots(),
            0,
            state.old() | state.marked()));
  }

  private void step(VaultState state, Job job) {
    int own = 1 << job.slot();
    switch (job.step()) {
      case LOCK -> lock(state, job);
      case LOAD -> load(state, job);
      case WRITE -> {
        Job next =
            new Job(job.task(), job.epoch(), Step.LOOK_INDEX, job.slot(), 0, false, job.late());
        found(state.with(job, next).packs(state.packs() | own, state.listed()));
      }
      case LOOK_INDEX -> look(state, job, fence.guards(), Step.INDEX, null);
      case INDEX ->
          found(
              state
                  .with(job, job.at(Step.LOOK_SNAPSHOT))
                  .packs(state.packs(), state.listed() | own));
      case LOOK_SNAPSHOT -> look(state, job, true, Step.SNAPSHOT, null);
      case SNAPSHOT ->
          found(state.with(job, job.at(Step.LOOK_FORGET)).snapshot(job.slot(), job.pack()));
      case LOOK_FORGET -> look(state, job, true, Step.FORGET, Step.WITHDRAW);
      case FORGET -> found(forget(state, job).with(job, job.at(Step.VERDICT)));
      case WITHDRAW -> found(state.with(job, null).snapshot(job.slot(), VaultState.NONE));
      case LOOK_SALVAGE -> look(state, job, true, Step.SALVAGE, null);
      case SALVAGE -> found(state.with(job, null).packs(state.packs(), state.listed() | own));
      case LOOK_DOOMED -> look(state, job, true, Step.FORGET_DOOMED, null);
      case FORGET_DOOMED ->
          found(
              state
                  .with(job, job.at(job.alone() ? Step.MARK : Step.VERDICT))
                  .snapshot(0, VaultState.NONE)
                  .snapshot(1, VaultState.NONE));
      case MARK -> mark(state, job);
      case LOOK_UNLIST -> look(state, job, true, Step.UNLIST, null);
      case UNLIST ->
          found(
              state
                  .with(job, job.at(Step.LOOK_DROP))
                  .packs(state.packs(), state.listed() & ~job.doomed()));
      case LOOK_DROP -> look(state, job, true, Step.DROP, null);
      case DROP ->
          found(
              state
                  .with(job, job.at(Step.VERDICT))
                  .packs(state.packs() & ~job.doomed(), state.listed()));
      case VERDICT -> verdict(state, job);
    }
  }

  private void lock(VaultState state, Job job) {
    boolean deletion = job.task() == VaultState.DELETION;
    boolean used = fence.kernel() && state.jobs().stream().anyMatch(Job::locked);
    boolean usedAlone =
        fence.kernel() && state.jobs().stream().anyMatch(other -> other.locked() && other.alone());
    if (!usedAlone) {
      Step next = deletion ? Step.LOOK_DOOMED : Step.LOAD;
      boolean alone = deletion && !used;
      found(
          state.with(
              job, new Job(job.task(), job.epoch(), next, VaultState.NONE, 0, alone, job.late())));
    }
  }

  /** The bytes are in one of the packs that are listed, or are written into another. */
  private void load(VaultState state, Job job) {
    if (state.listed() == 0) {
      found(state.with(job, job.at(Step.WRITE)));
    }
    for (int pack = 0; pack < 2 * VaultState.EPOCHS; pack++) {
      if ((state.listed() >> pack & 1) == 1) {
        found(
            state.with(
                job,
                new Job(job.task(), job.epoch(), Step.LOOK_SNAPSHOT, pack, 0, false, job.late())));
      }
    }
  }

  /**
   * @param lost what follows when the task is another's; null for the end
   */
  private void look(VaultState state, Job job, boolean looks, Step held, Step lost) {
    boolean goesOn = !looks || state.isCurrent(job);
    found(state.with(job, goesOn ? job.at(held) : lost == null ? null : job.at(lost)));
  }

  private VaultState forget(VaultState state, Job job) {
    VaultState next = state;
    for (int epoch = 1; epoch <= VaultState.EPOCHS; epoch++) {
      boolean other = fence.guards() ? epoch < job.epoch() : epoch != job.epoch();
      if (other) {
        next = next.snapshot(job.slot() - job.epoch() + epoch, VaultState.NONE);
      }
    }
    return next;
  }

  private void mark(VaultState state, Job job) {
    int needed = 0;
    for (int pack : state.snapshots()) {
      needed |= pack == VaultState.NONE ? 0 : 1 << pack;
    }
    int unneeded = state.packs() & ~needed;
    int old = state.old() & unneeded;
    int doomed = fence.age() ? old : unneeded;
    Job next =
        new Job(
            job.task(),
            job.epoch(),
            Step.LOOK_UNLIST,
            VaultState.NONE,
            doomed,
            job.alone(),
            job.late());
    VaultState then = state.with(job, next);
    found(
        new VaultState(
            then.jobs(),
            then.epochs(),
            then.done(),
            then.told(),
            then.packs(),
            then.listed(),
            then.snapshots(),
            fence.age() ? unneeded & ~old : 0,
            old));
  }

  private void verdict(VaultState state, Job job) {
    VaultState next = state.with(job, null);
    if (state.isCurrent(job)) {
      next =
          new VaultState(
              next.jobs(),
              next.epochs(),
              next.done() | 1 << job.task(),
              job.task() == VaultState.DELETION
                  ? next.told()
                  : VaultState.set(next.told(), job.task(), job.slot()),
              next.packs(),
              next.listed(),
              next.snapshots(),
              next.marked(),
              next.old());
    }
    found(next);
  }
}
