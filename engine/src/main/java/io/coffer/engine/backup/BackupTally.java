package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Store.StoredFile;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what a running backup does, and tells its listener. */
final class BackupTally {
  final AtomicLong readBytes = new AtomicLong();
  final AtomicLong blocks = new AtomicLong();
  final AtomicLong zeroBlocks = new AtomicLong();

  private final BackupListener listener;
  private final long totalBytes;
  private final LongSupplier storedBytes;
  private long processedBytes;

  BackupTally(BackupListener listener, long totalBytes, LongSupplier storedBytes) {
    this.listener = listener;
    this.totalBytes = totalBytes;
    this.storedBytes = storedBytes;
  }

  synchronized void processed(long bytes) {
    processedBytes += bytes;
    listener.progressed(new BackupProgress(totalBytes, processedBytes, storedBytes.getAsLong()));
  }

  synchronized long processedBytes() {
    return processedBytes;
  }

  synchronized void checkCancelled() {
    if (listener.isCancelled()) {
      throw new CancelledException();
    }
  }

  BackupResult result(PackSaver saver, StoredFile snapshot) {
    return new BackupResult(
        snapshot.name(),
        processedBytes(),
        readBytes.get(),
        saver.storedBytes() + snapshot.bytes(),
        blocks.get(),
        zeroBlocks.get(),
        saver.storedBlobs());
  }
}
