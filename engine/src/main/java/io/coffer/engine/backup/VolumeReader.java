package io.coffer.engine.backup;

import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.blob.Zeros;
import io.coffer.engine.store.PackSaver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts one volume into blocks and stores them. Every thread of the crew takes the next stretch of
 * four megabytes and does all that is to be done with it while it is in the processor's cache.
 */
final class VolumeReader {
  private static final int STRETCH = 4 * 1024 * 1024;
  private static final int READ = 1024 * 1024;

  /** At least: most blocks have an id of their own, and some are known to be alike. */
  private static final int BYTES_PER_BLOCK = 8;

  /** What one of the crew does with the reader that is its own. */
  private interface ReadingWork {
    void run(int number, BlockReader reader);
  }

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
    content = new BlobId[blocks(volume)];
    zeros = new byte[blockSize];
    zeroBlock = new Hasher().id(zeros, 0, blockSize);
  }

  /** How many blocks, if the list of them can be held at all. */
  private static int blocks(VolumeSource volume) {
    long blocks = (volume.source().size() + volume.blockSize() - 1) / volume.blockSize();
    long heap = Runtime.getRuntime().maxMemory();
    if (blocks > heap / BYTES_PER_BLOCK || blocks > Integer.MAX_VALUE - 8) {
      throw new SourceException(
          volume.path(),
          "its list of %d blocks does not fit into %d MiB of memory: give Java more by -Xmx"
              .formatted(blocks, heap >> 20),
          null);
    }
    return (int) blocks;
  }

  /** Reads all of the volume. */
  List<BlobId> readAll(Crew crew, PackSaver saver) {
    int perRead = Math.max(1, READ / blockSize);
    run(
        crew,
        perRead * blockSize,
        (number, reader) -> work(crew, saver.lane(number), reader, perRead));
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
    run(
        crew,
        blockSize,
        (number, reader) -> {
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

  private void work(Crew crew, PackSaver.Lane lane, BlockReader reader, int perRead) {
    int perStretch = Math.max(1, STRETCH / blockSize);
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
        if (length == perRead * blockSize && reader.isHole(position, length)) {
          storeHole(lane, block, last);
        } else {
          reader.read(position, 0, length);
          store(lane, block, reader.bytes(), length);
        }
        tally.processed(length);
      }
    }
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

  /** Runs work for which each of the crew has a reader; one that hangs is left behind. */
  private void run(Crew crew, int capacity, ReadingWork work) {
    BlockReader[] readers = new BlockReader[crew.size()];
    Arrays.setAll(readers, number -> new BlockReader(volume, capacity, tally));
    crew.run(
        number -> work.run(number, readers[number]),
        number -> readers[number].giveUp() ? Optional.of(notAnswering()) : Optional.empty());
  }

  private SourceException notAnswering() {
    return new SourceException(volume.path(), Deadline.message(volume.source().patience()), null);
  }

  private List<BlobId> content() {
    List<BlobId> list = Arrays.asList(content);
    if (list.contains(null)) {
      throw new IllegalStateException("a block of " + volume.path() + " was left out");
    }
    return list;
  }
}
