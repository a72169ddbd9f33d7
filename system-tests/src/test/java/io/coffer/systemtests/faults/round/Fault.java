package io.coffer.systemtests.faults.round;

import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.stack.Disk;
import io.coffer.systemtests.stack.RunningStack;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** What can happen to a stack. Whatever is missing afterwards, {@code ./coffer up} brings back. */
enum Fault {
  /** Ended without a chance to say goodbye. */
  KILLED(Victim.PROCESSES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.kill(victim.process());
    }
  },
  /** Killed once more within two seconds of its new life. */
  KILLED_TWICE(Victim.SERVICES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.kill(victim.process());
      CompletableFuture<?> up = CompletableFuture.runAsync(() -> stack.coffer("up"));
      await().atMost(START_LIMIT).until(() -> stack.isAlive(victim.process()));
      pause(Duration.ofMillis(random.nextInt(2_000)));
      stack.kill(victim.process());
      up.join();
    }
  },
  /** Told to end, as {@code ./coffer down} does. */
  ENDED(Victim.PROCESSES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.signal(victim.process(), victim == Victim.POSTGRES ? "INT" : "TERM");
      await().atMost(END_LIMIT).until(() -> !stack.isAlive(victim.process()));
    }
  },
  /** Away for longer than anybody waits. */
  AWAY(Victim.STORES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.kill(victim.process());
      pause(AWAY_FOR);
    }
  },
  /** Stopped for a while and then going on, so that all it says and hears is late. */
  LATE(Victim.PROCESSES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.signal(victim.process(), "STOP");
      pause(Duration.ofMillis(1_000 + random.nextInt(8_000)));
      stack.signal(victim.process(), "CONT");
    }
  },
  /** Stopped for longer than its leases, so that it wakes up after another worker took over. */
  TAKEN_OVER(Set.of(Victim.BACKUP_WORKER)) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.signal(victim.process(), "STOP");
      stack.workers(2);
      try {
        stack.up(victim.process() + "-2");
        pause(LEASE.plusMillis(random.nextInt(8_000)));
      } finally {
        stack.signal(victim.process(), "CONT");
        stack.workers(1);
      }
    }
  },
  /** Stopped for longer than any lease, and then going on as if nothing had been. */
  ASLEEP(Victim.PROCESSES) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      stack.signalAll(victim.process(), "STOP");
      pause(LEASE.plusMillis(random.nextInt(8_000)));
      stack.signalAll(victim.process(), "CONT");
    }
  },
  /** Ended with all that it had acknowledged and not yet written to its disk. */
  POWERLESS(Set.of(Victim.KAFKA)) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      PowerCut.strike(stack, random);
    }
  },
  /** No room on its disk for a while. */
  FULL(Disk.WANTED ? Victim.WITH_DISKS : Set.of()) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      Disk disk = victim.disk();
      disk.fill(stack);
      try {
        pause(AWAY_FOR);
      } finally {
        disk.free(stack);
      }
    }
  },
  /** Every record of the last seconds comes once more, on every topic. */
  REPEATED(Set.of(Victim.TOPICS)) {
    @Override
    void strike(RunningStack stack, Victim victim, Random random) {
      RepeatedRecords.repeat(stack);
    }
  };

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);
  private static final Duration AWAY_FOR =
      Duration.ofSeconds(Integer.getInteger("coffer.faults.away", 15));
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final Set<Victim> victims;

  Fault(Set<Victim> victims) {
    this.victims = victims;
  }

  /** Whom it can strike. */
  Set<Victim> victims() {
    return victims;
  }

  /**
   * Whether work may end without success because of it, and succeeds when it is asked for again.
   */
  boolean mayFailWork() {
    return this == FULL;
  }

  abstract void strike(RunningStack stack, Victim victim, Random random);

  static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }
}
