package io.coffer.worker.backup;

import io.coffer.engine.backup.BlockSource;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.job.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Keeps all backups of this worker together below the reading speed that it was given. */
@ApplicationScoped
class ReadingSpeed {

  private static final double BYTES_PER_MB = 1_000_000;
  private static final int PIECE = 256 * 1024;
  private static final long LONGEST_NAP_NANOS = 50_000_000;

  private final Optional<Pace> pace;

  ReadingSpeed(WorkerSettings settings) {
    this.pace =
        settings
            .worker()
            .mbPerS()
            .filter(limit -> limit > 0)
            .map(limit -> new Pace(limit * BYTES_PER_MB, System::nanoTime));
  }

  /** The same volume, read no faster than allowed. */
  BlockSource limited(BlockSource source, JobControl control) {
    return pace.isEmpty() ? source : new Limited(source, pace.get(), control);
  }

  private record Limited(BlockSource source, Pace pace, JobControl control) implements BlockSource {

    @Override
    public long size() {
      return source.size();
    }

    @Override
    public void pace(int bytes) throws IOException {
      nap(pace.take(Math.min(bytes, PIECE)));
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      int limit = target.limit();
      target.limit(Math.min(limit, target.position() + PIECE));
      try {
        return source.read(target, position);
      } finally {
        target.limit(limit);
      }
    }

    @Override
    public Duration patience() {
      return source.patience();
    }

    @Override
    public long nextData(long position) {
      return source.nextData(position);
    }

    /** In small pieces, so that a job that must stop does so soon. */
    private void nap(long nanos) throws IOException {
      long until = System.nanoTime() + nanos;
      long left = nanos;
      while (left > 0 && !control.isStopped()) {
        try {
          Thread.sleep(Math.max(1, Math.min(left, LONGEST_NAP_NANOS) / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted");
        }
        left = until - System.nanoTime();
      }
    }
  }
}
