package io.coffer.worker.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.restore.RestoreTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * A target that is written in pieces, each after a look whether the task is still this worker's. A
 * piece is copied to where the system takes it from before the look, so that next to nothing
 * happens between look and write.
 */
final class FencedTarget implements RestoreTarget {

  private static final int PIECE = 256 * 1024;

  private final RestoreTarget target;
  private final BooleanSupplier stopped;
  private final ThreadLocal<ByteBuffer> pieces =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PIECE));

  FencedTarget(RestoreTarget target, BooleanSupplier stopped) {
    this.target = target;
    this.stopped = stopped;
  }

  @Override
  public long size() throws IOException {
    return target.size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return target.read(into, position);
  }

  @Override
  public void write(ByteBuffer bytes, long position) throws IOException {
    ByteBuffer piece = pieces.get();
    int end = bytes.limit();
    for (long at = position; bytes.position() < end; bytes.limit(end)) {
      bytes.limit(Math.min(end, bytes.position() + PIECE));
      piece.clear().put(bytes).flip();
      int length = piece.remaining();
      if (stopped.getAsBoolean()) {
        throw new CancelledException();
      }
      target.write(piece, at);
      at += length;
    }
  }
}
