package io.coffer.engine.backup;

import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.blob.Zeros;
import io.coffer.engine.store.PackSaver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts one volume into blocks and stores them. Every thread of the crew takes the next stretch of
 * four megabytes and does all that is to be done with it while it is in the processor's cache.
 */
final class VolumeReader {
  private static final int STRETCH = 4 * 1024 * 1024;
  private static final int READ = 1024 * 1024;

  private final VolumeSource volume;
  private final long size;
  private final int blockSize;
  private final BlobId[] content;
  private final BlobId zeroBlock;
  private final AtomicInteger cursor = new AtomicInteger();
  private final BackupTally tally;

  VolumeReader(VolumeSource volume, BackupTally tally) {
    this.volume = volume;
    this.tally = tally;
    size = volume.source().size();
    blockSize = volume.blockSize();
    content = new BlobId[Math.toIntExact((size + blockSize - 1) / blockSize)];
    zeroBlock = new Hasher().id(new byte[blockSize], 0, blockSize);
  }

  List<BlobId> read(Crew crew, PackSaver saver) {
    crew.run(number -> work(crew, saver.lane(number)));
    checkEnd();
    return Arrays.asList(content);
  }

  private void work(Crew crew, PackSaver.Lane lane) {
    int perRead = Math.max(1, READ / blockSize);
    int perStretch = Math.max(1, STRETCH / blockSize);
    ByteBuffer buffer = ByteBuffer.allocateDirect(perRead * blockSize);
    byte[] bytes = new byte[perRead * blockSize];
    while (!crew.failed()) {
      int first = cursor.getAndAdd(perStretch);
      int end = Math.min(content.length, first + perStretch);
      if (first >= end || first < 0) {
        return;
      }
      tally.checkCancelled();
      for (int block = first; block < end && !crew.failed(); block += perRead) {
        int last = Math.min(end, block + perRead);
        long position = (long) block * blockSize;
        int length = (int) (Math.min(size, (long) last * blockSize) - position);
        readFully(position, buffer, bytes, length);
        store(lane, block, bytes, length);
        tally.processed(length);
      }
    }
  }

  private void store(PackSaver.Lane lane, int firstBlock, byte[] bytes, int length) {
    int block = firstBlock;
    for (int at = 0; at < length; at += blockSize, block++) {
      int part = Math.min(blockSize, length - at);
      tally.blocks.incrementAndGet();
      boolean zero = Zeros.isZero(bytes, at, part);
      if (zero) {
        tally.zeroBlocks.incrementAndGet();
      }
      content[block] =
          zero && part == blockSize
              ? lane.saveKnown(zeroBlock, bytes, at, part)
              : lane.save(bytes, at, part);
    }
  }

  private void readFully(long position, ByteBuffer buffer, byte[] bytes, int length) {
    buffer.clear().limit(length);
    try {
      while (buffer.hasRemaining()) {
        if (volume.source().read(buffer, position + buffer.position()) < 0) {
          throw new SourceException(
              volume.path(),
              "ends at byte " + (position + buffer.position()) + " of " + size,
              null);
        }
      }
    } catch (IOException e) {
      throw new SourceException(volume.path(), "cannot be read: " + e.getMessage(), e);
    }
    buffer.flip().get(bytes, 0, length);
    tally.readBytes.addAndGet(length);
  }

  private void checkEnd() {
    for (BlobId id : content) {
      if (id == null) {
        throw new IllegalStateException("a block of " + volume.path() + " was left out");
      }
    }
  }
}
