package io.coffer.worker.restore;

import io.coffer.contracts.CbrError;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.fence.KernelLocks;
import io.coffer.worker.source.ResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Keeps the volumes that a restore writes for it alone. A worker that is stopped in the middle of a
 * restore may still write when it wakes up, so its successor waits until it did, or is dead.
 */
final class TargetLocks implements AutoCloseable {

  private final List<KernelLock> locks = new ArrayList<>();

  private TargetLocks() {}

  /**
   * @param waiting told who is waited for
   * @throws ResourceException when somebody does not give one of them up in time
   */
  static TargetLocks take(
      KernelLocks kernel,
      String project,
      Collection<String> volumeIds,
      Duration patience,
      Consumer<String> waiting) {
    TargetLocks taken = new TargetLocks();
    boolean all = false;
    try {
      for (String id : new TreeSet<>(volumeIds)) { // one order for all, so nobody waits in a circle
        String what = "volume/" + project + "/" + id;
        taken.locks.add(
            kernel
                .await(what, true, patience, waiting)
                .orElseThrow(() -> inUse(id, kernel.holder(what))));
      }
      all = true;
      return taken;
    } finally {
      if (!all) {
        taken.close();
      }
    }
  }

  @Override
  public void close() {
    locks.forEach(KernelLock::close);
  }

  private static ResourceException inUse(String volumeId, String holder) {
    return new ResourceException(
        CbrError.RESTORATION_NOT_ALLOWED_CURRENT_DISK_STATUS,
        "Volume %s is still being restored by %s. End it, then restore again."
            .formatted(volumeId, holder));
  }
}
