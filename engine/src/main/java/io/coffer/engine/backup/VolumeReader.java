package io.coffer.engine.backup;

import io.coffer.engine.Crew;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.blob.Zeros;
import io.coffer.engine.store.PackSaver;
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
  private final byte[] zeros;
  private final BlobId zeroBlock;
  private final AtomicInteger cursor = new AtomicInteger();
  private final BackupTally tally;

  VolumeReader(VolumeSource volume, BackupTally tally) {
    this.volume = volume;
    this.tally = tally;
    size = volume.source().size();
    blockSize = volume.blockSize();
    content = new BlobId[Math.toIntExact((size + blockSize - 1) / blockSize)];
    zeros = new byte[blockSize];
    zeroBlock = new Hasher().id(zeros, 0, blockSize);
  }

  /** Reads all of the volume. */
  List<BlobId> readAll(Crew crew, PackSaver saver) {
    crew.run(number -> work(crew, saver.lane(number)));
    return content();
  }

  /** Reads only what changed; the rest is as in the parent. */
  List<BlobId> readChanged(Crew crew, PackSaver saver, ParentVolume parent, ChangedBlocks changed) {
    int known = Math.min(content.length, parent.content().size());
    for (int block = 0; block < known; block++) {
      content[block] = parent.content().get(block);
    }
    long unread = size;
    for (int block : changed.blocks()) {
      unread -= length(block);
    }
    tally.processed(unread);
    crew.run(
        number -> {
          BlockReader reader = new BlockReader(volume, blockSize, tally);
          for (int i = cursor.getAndIncrement();
              i < changed.blocks().length && !crew.failed();
              i = cursor.getAndIncrement()) {
            tally.checkCancelled();
            int block = changed.blocks()[i];
            changed.fill(block, reader);
            store(saver.lane(number), block, reader.bytes(), length(block));
            tally.processed(length(block));
          }
        });
    return content();
  }

  private void work(Crew crew, PackSaver.Lane lane) {
    int perRead = Math.max(1, READ / blockSize);
    int perStretch = Math.max(1, STRETCH / blockSize);
    BlockReader reader = new BlockReader(volume, perRead * blockSize, tally);
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
        if (length == perRead * blockSize && isHole(position, length)) {
          storeHole(lane, block, last);
        } else {
          reader.read(position, 0, length);
          store(lane, block, reader.bytes(), length);
        }
        tally.processed(length);
      }
    }
  }

  private boolean isHole(long position, int length) {
    return volume.source().nextData(position) >= position + length;
  }

  private void storeHole(PackSaver.Lane lane, int first, int end) {
    lane.saveKnown(zeroBlock, zeros, 0, blockSize);
    Arrays.fill(content, first, end, zeroBlock);
    tally.blocks.addAndGet(end - first);
    tally.zeroBlocks.addAndGet(end - first);
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

  private int length(int block) {
    return (int) (Math.min(size, (block + 1L) * blockSize) - (long) block * blockSize);
  }

  private List<BlobId> content() {
    List<BlobId> list = Arrays.asList(content);
    if (list.contains(null)) {
      throw new IllegalStateException("a block of " + volume.path() + " was left out");
    }
    return list;
  }
}
