package io.coffer.engine.copy;

import io.coffer.engine.CancelledException;
import java.util.function.LongSupplier;

/** Counts what a running copy does, and tells its listener. */
final class CopyTally {
  private final CopyListener listener;
  private final LongSupplier storedBytes;
  private long totalBytes;
  private long processedBytes;

  CopyTally(CopyListener listener, LongSupplier storedBytes) {
    this.listener = listener;
    this.storedBytes = storedBytes;
  }

  synchronized void begin(long total) {
    totalBytes = total;
    processed(0);
  }

  synchronized void processed(long bytes) {
    processedBytes += bytes;
    listener.progressed(totalBytes, processedBytes, storedBytes.getAsLong());
  }

  synchronized void checkCancelled() {
    if (listener.isCancelled()) {
      throw new CancelledException();
    }
  }
}
