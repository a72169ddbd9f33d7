package io.coffer.worker.backup;

import io.coffer.engine.Crew;
import io.coffer.engine.pack.PackBuffer;
import io.coffer.worker.job.JobStopped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets only as many jobs write packs at once as there is memory for: each assembles several at a
 * time. The others wait for a slot, their leases alive.
 */
@ApplicationScoped
public class BackupSlots {

  private static final long MIB = 1 << 20;

  /** What a worker needs that does nothing. */
  private static final long RESTING_BYTES = 72 * MIB;

  /** What each of the crew reads and compresses into. */
  private static final long READING_BYTES = 4 * MIB;

  private final Semaphore slots =
      new Semaphore(atOnce(Runtime.getRuntime().maxMemory(), Crew.usualSize()), true);

  /** How many backups fit beside each other: at least one. */
  static int atOnce(long heapBytes, int crew) {
    long each = PackBuffer.ALL_TOGETHER + crew * READING_BYTES;
    return (int) Math.max(1, (heapBytes - RESTING_BYTES) / each);
  }

  /**
   * Waits for a slot.
   *
   * @return closing it gives it back
   * @throws JobStopped when the job must end before
   */
  public Slot take(BooleanSupplier stopped) {
    try {
      while (!stopped.getAsBoolean()) {
        if (slots.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          return slots::release;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new JobStopped();
  }

  /** The right to use the memory of one backup. */
  @FunctionalInterface
  public interface Slot extends AutoCloseable {

    @Override
    void close();
  }
}
