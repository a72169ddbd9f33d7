package io.coffer.worker.fence;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

  private static final int FIRST = 0;
  private static final int DELETION = 1;
  private static final int SECOND = 2;
  private static final int TASKS = 3;
  private static final int EPOCHS = 2;
  private static final int NONE = -1;

  private enum Step {
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

  /**
   * A holder at work.
   *
   * @param pack that its snapshot refers to
   * @param doomed packs that it deletes
   * @param late whether its time is over
   */
  private record Job(
      int task, int epoch, Step step, int pack, int doomed, boolean alone, boolean late) {

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

  /**
   * @param told the snapshot that was told with the success of a task
   * @param snapshots the pack that each refers to
   */
  private record State(
      Set<Job> jobs,
      List<Integer> epochs,
      int done,
      List<Integer> told,
      int packs,
      int listed,
      List<Integer> snapshots,
      int marked,
      int old) {

    boolean isCurrent(Job job) {
      return !job.late() && epochs.get(job.task()) == job.epoch() && !isDone(job.task());
    }

    boolean isDone(int task) {
      return (done >> task & 1) == 1;
    }

    State with(Job old, Job next) {
      Set<Job> changed = new HashSet<>(jobs);
      changed.remove(old);
      if (next != null) {
        changed.add(next);
      }
      return new State(
          Set.copyOf(changed), epochs, done, told, packs, listed, snapshots, marked, this.old);
    }

    State packs(int packs, int listed) {
      return new State(jobs, epochs, done, told, packs, listed, snapshots, marked, old);
    }

    State snapshot(int slot, int pack) {
      List<Integer> changed = set(snapshots, slot, pack);
      return new State(jobs, epochs, done, told, packs, listed, changed, marked, old);
    }
  }

  private final Fence fence;
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
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
    List<Integer> none = List.of(NONE, NONE, NONE, NONE);
    found(new State(Set.of(), List.of(0, 0, 0), 0, List.of(NONE, NONE, NONE), 0, 0, none, 0, 0));
    while (!open.isEmpty() && !faults.containsAll(enough)) {
      State state = open.pop();
      for (int task = 0; task < TASKS; task++) {
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

  private void found(State state) {
    if (seen.add(state)) {
      Set<Fault> here = judge(state);
      faults.addAll(here);
      if (here.isEmpty()) {
        open.push(state);
      }
    }
  }

  private static Set<Fault> judge(State state) {
    Set<Fault> here = EnumSet.noneOf(Fault.class);
    for (int task : List.of(FIRST, SECOND)) {
      int slot = state.told().get(task);
      boolean deleted = task == FIRST && state.epochs().get(DELETION) > 0;
      if (slot != NONE && !deleted) {
        int pack = state.snapshots().get(slot);
        if (pack == NONE) {
          here.add(Fault.AVAILABLE_BACKUP_WITHOUT_SNAPSHOT);
        } else if ((state.packs() & state.listed() & 1 << pack) == 0) {
          here.add(Fault.AVAILABLE_BACKUP_WITHOUT_PACK);
        }
      }
    }
    if (state.jobs().isEmpty()) {
      boolean damaged = (state.listed() & ~state.packs()) != 0;
      for (int pack : state.snapshots()) {
        damaged |= pack != NONE && (state.packs() & state.listed() & 1 << pack) == 0;
      }
      if (damaged) {
        here.add(Fault.DAMAGE_AT_REST);
      }
    }
    return here;
  }

  /** Each task in its turn; the holder before, if there is one, is taken for dead. */
  private void claim(State state, int task) {
    boolean turn = task == FIRST || state.isDone(task - 1);
    int epoch = state.epochs().get(task) + 1;
    if (turn && !state.isDone(task) && epoch <= EPOCHS) {
      Job job = new Job(task, epoch, Step.LOCK, NONE, 0, false, false);
      State next = state.with(null, job);
      found(
          new State(
              next.jobs(),
              set(state.epochs(), task, epoch),
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
  private void pass(State state) {
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
        new State(
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

  private void step(State state, Job job) {
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
      case WITHDRAW -> found(state.with(job, null).snapshot(job.slot(), NONE));
      case LOOK_SALVAGE -> look(state, job, true, Step.SALVAGE, null);
      case SALVAGE -> found(state.with(job, null).packs(state.packs(), state.listed() | own));
      case LOOK_DOOMED -> look(state, job, true, Step.FORGET_DOOMED, null);
      case FORGET_DOOMED ->
          found(
              state
                  .with(job, job.at(job.alone() ? Step.MARK : Step.VERDICT))
                  .snapshot(0, NONE)
                  .snapshot(1, NONE));
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

  private void lock(State state, Job job) {
    boolean deletion = job.task() == DELETION;
    boolean used = fence.kernel() && state.jobs().stream().anyMatch(Job::locked);
    boolean usedAlone =
        fence.kernel() && state.jobs().stream().anyMatch(other -> other.locked() && other.alone());
    if (!usedAlone) {
      Step next = deletion ? Step.LOOK_DOOMED : Step.LOAD;
      boolean alone = deletion && !used;
      found(state.with(job, new Job(job.task(), job.epoch(), next, NONE, 0, alone, job.late())));
    }
  }

  /** The bytes are in one of the packs that are listed, or are written into another. */
  private void load(State state, Job job) {
    if (state.listed() == 0) {
      found(state.with(job, job.at(Step.WRITE)));
    }
    for (int pack = 0; pack < 2 * EPOCHS; pack++) {
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
  private void look(State state, Job job, boolean looks, Step held, Step lost) {
    boolean goesOn = !looks || state.isCurrent(job);
    found(state.with(job, goesOn ? job.at(held) : lost == null ? null : job.at(lost)));
  }

  private State forget(State state, Job job) {
    State next = state;
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      boolean other = fence.guards() ? epoch < job.epoch() : epoch != job.epoch();
      if (other) {
        next = next.snapshot(job.slot() - job.epoch() + epoch, NONE);
      }
    }
    return next;
  }

  private void mark(State state, Job job) {
    int needed = 0;
    for (int pack : state.snapshots()) {
      needed |= pack == NONE ? 0 : 1 << pack;
    }
    int unneeded = state.packs() & ~needed;
    int old = state.old() & unneeded;
    int doomed = fence.age() ? old : unneeded;
    Job next =
        new Job(job.task(), job.epoch(), Step.LOOK_UNLIST, NONE, doomed, job.alone(), job.late());
    State then = state.with(job, next);
    found(
        new State(
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

  private void verdict(State state, Job job) {
    State next = state.with(job, null);
    if (state.isCurrent(job)) {
      next =
          new State(
              next.jobs(),
              next.epochs(),
              next.done() | 1 << job.task(),
              job.task() == DELETION ? next.told() : set(next.told(), job.task(), job.slot()),
              next.packs(),
              next.listed(),
              next.snapshots(),
              next.marked(),
              next.old());
    }
    found(next);
  }

  private static List<Integer> set(List<Integer> list, int index, int value) {
    List<Integer> changed = new ArrayList<>(list);
    changed.set(index, value);
    return List.copyOf(changed);
  }
}
