package io.coffer.worker.task;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a job that goes on from one that hangs, such as on storage that does not answer: what it
 * asks and tells is a sign, and so is time that its own thread spends on a processor.
 */
final class SignsOfWork {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongSupplier nanos;
  private volatile long last;
  private volatile Thread thread;
  private long spent;

  SignsOfWork(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** The job runs on the calling thread. */
  void begin() {
    thread = Thread.currentThread();
    given();
  }

  /** The job has asked or told something. */
  void given() {
    last = nanos.getAsLong();
  }

  /** Whether there was none for so long. */
  synchronized boolean areMissingFor(Duration time) {
    Thread job = thread;
    long now = job == null ? 0 : THREADS.getThreadCpuTime(job.getId());
    if (now > spent) {
      spent = now;
      given();
    }
    return nanos.getAsLong() - last >= time.toNanos();
  }
}
