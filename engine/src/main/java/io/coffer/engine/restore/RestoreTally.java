package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a running restore does, and tells its listener. */
final class RestoreTally {
  final AtomicLong writtenBytes = new AtomicLong();
  final AtomicLong readBytes = new AtomicLong();

  private final RestoreListener listener;
  private final long totalBytes;
  private long processedBytes;

  RestoreTally(RestoreListener listener, long totalBytes) {
    this.listener = listener;
    this.totalBytes = totalBytes;
    processed(0);
  }

  synchronized void processed(long bytes) {
    processedBytes += bytes;
    listener.progressed(totalBytes, processedBytes);
  }

  synchronized void checkCancelled() {
    if (listener.isCancelled()) {
      throw new CancelledException();
    }
  }

  RestoreResult result() {
    return new RestoreResult(totalBytes, writtenBytes.get(), readBytes.get());
  }

  /** Takes over what the restore of one of many files did. */
  void add(RestoreResult part) {
    writtenBytes.addAndGet(part.writtenBytes());
    readBytes.addAndGet(part.readBytes());
    processed(part.totalBytes());
  }

  /** Lets a part be cancelled with the whole. */
  RestoreListener asListener() {
    return new RestoreListener() {
      @Override
      public boolean isCancelled() {
        return listener.isCancelled();
      }
    };
  }

  synchronized RestoreResult wholeResult() {
    return new RestoreResult(processedBytes, writtenBytes.get(), readBytes.get());
  }
}
