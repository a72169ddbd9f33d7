package io.coffer.worker.fence;

import java.nio.channels.FileLock;

/** A lock that is kept until it is closed, or until this process is dead. */
public final class KernelLock implements AutoCloseable {

  private final KernelLocks locks;
  private final KernelLocks.Grip grip;
  private boolean closed;

  KernelLock(KernelLocks locks, KernelLocks.Grip grip) {
    this.locks = locks;
    this.grip = grip;
  }

  /** Whether the kernel vouches for it; else others may have it too, and age and epoch must do. */
  public boolean isProof() {
    return grip.lock().map(FileLock::isValid).orElse(false);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      locks.release(grip);
    }
  }
}
