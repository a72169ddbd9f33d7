package io.coffer.engine.backup;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.Chunker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads whole files in content-defined chunks. Belongs to one thread at a time. */
final class FileReader {
  private static final int SMALL = Chunker.MIN;
  private static final int LARGE = 2 * Chunker.MAX;

  /** What a file was when it was read. */
  record Content(List<BlobId> blobs, long size) {}

  private final PackSaver.Lane lane;
  private final Chunker chunker;
  private final BackupTally tally;
  private final ByteBuffer direct = ByteBuffer.allocateDirect(SMALL);
  private byte[] bytes = new byte[SMALL];

  FileReader(PackSaver.Lane lane, Chunker chunker, BackupTally tally) {
    this.lane = lane;
    this.chunker = chunker;
    this.tally = tally;
  }

  Content read(Path path) throws IOException {
    List<BlobId> blobs = new ArrayList<>(1);
    long size = 0;
    try (FileChannel channel =
        FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      int filled = fill(channel, 0, SMALL);
      boolean ended = filled < SMALL;
      if (!ended && bytes.length < LARGE) {
        bytes = java.util.Arrays.copyOf(bytes, LARGE);
      }
      int at = 0;
      while (true) {
        if (!ended && filled - at < Chunker.MAX) {
          System.arraycopy(bytes, at, bytes, 0, filled - at);
          filled -= at;
          at = 0;
          filled += fill(channel, filled, LARGE - filled);
          ended = filled < LARGE;
        }
        if (at == filled) {
          return new Content(List.copyOf(blobs), size);
        }
        int length = chunker.chunk(bytes, at, filled - at);
        blobs.add(lane.save(bytes, at, length));
        at += length;
        size += length;
        tally.processed(length);
        tally.checkCancelled();
      }
    }
  }

  /** Reads until there is no more room or the file ends. */
  private int fill(FileChannel channel, int index, int room) throws IOException {
    int total = 0;
    while (total < room) {
      direct.clear().limit(Math.min(SMALL, room - total));
      int count = channel.read(direct);
      if (count < 0) {
        break;
      }
      direct.flip().get(bytes, index + total, count);
      total += count;
    }
    tally.readBytes.addAndGet(total);
    return total;
  }
}
