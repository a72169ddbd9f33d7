package io.coffer.engine.backup;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.Chunker;
import io.coffer.engine.tree.Inode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Reads whole files in content-defined chunks. Belongs to one thread at a time. */
final class FileReader {
  private static final int SMALL = Chunker.MIN;
  private static final int USUAL = 4 * SMALL;
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** What a file was when it was read. */
  record Content(List<BlobId> blobs, long size) {}

  private final PackSaver.Lane lane;
  private final Chunker chunker;
  private final BackupTally tally;
  private final Semaphore longChunks;
  private final SourceCalls calls;
  private final ZeroChunk zeros;
  private final ByteBuffer direct = ByteBuffer.allocateDirect(SMALL);
  private byte[] bytes = new byte[SMALL];
  private boolean mayBeLong;

  /**
   * @param longChunks lets only some of the readers hold a chunk above the usual at once
   */
  FileReader(
      PackSaver.Lane lane,
      Chunker chunker,
      ZeroChunk zeros,
      BackupTally tally,
      Semaphore longChunks,
      SourceCalls calls) {
    this.lane = lane;
    this.zeros = zeros;
    this.chunker = chunker;
    this.tally = tally;
    this.longChunks = longChunks;
    this.calls = calls;
  }

  Content read(Path path, Inode inode) throws IOException {
    List<BlobId> blobs = new ArrayList<>(1);
    long size = 0;
    try (FileChannel channel = calls.ask(path, null, () -> FileChannel.open(path, READ));
        FileHoles holes = calls.ask(path, channel, () -> FileHoles.of(path, inode))) {
      int at = 0;
      int filled = fill(path, channel, 0, SMALL);
      boolean ended = filled < SMALL;
      while (true) {
        long data = skipHoles(path, holes, size, blobs);
        if (data > size) {
          size = data;
          channel.position(size);
          at = 0;
          filled = fill(path, channel, 0, SMALL);
          ended = filled < SMALL;
        }
        int length = chunker.chunk(bytes, at, filled - at, 0);
        while (!ended && length == filled - at && length < Chunker.MAX) {
          makeRoom(at, length);
          at = 0;
          filled = length + fill(path, channel, length, bytes.length - length);
          ended = filled < bytes.length;
          length = chunker.chunk(bytes, 0, filled, length - 1);
        }
        if (length == 0) {
          return new Content(List.copyOf(blobs), size);
        }
        blobs.add(lane.save(bytes, at, length));
        at += length;
        size += length;
        tally.processed(length);
        tally.checkCancelled();
      }
    } finally {
      if (mayBeLong) {
        shrink();
      }
    }
  }

  /**
   * Adds the chunks of nothing but holes that follow one that ends here, as they would be if they
   * were read: of zeros, all chunks are of one length.
   *
   * @return where the next chunk begins that must be read
   */
  private long skipHoles(Path path, FileHoles holes, long begin, List<BlobId> blobs)
      throws IOException {
    long position = begin;
    while (holes.areKnown() && reach(path, holes, position)) {
      blobs.add(zeros.save(lane));
      position += zeros.length();
      tally.processed(zeros.length());
      tally.checkCancelled();
    }
    return position;
  }

  private boolean reach(Path path, FileHoles holes, long position) throws IOException {
    return calls.ask(path, null, () -> holes.reachFrom(position, zeros.length()));
  }

  /** Brings the beginning of a chunk to the front of a buffer that has room for more of it. */
  private void makeRoom(int at, int length) {
    byte[] before = bytes;
    if (length < USUAL) {
      shrink();
    } else if (before.length < Chunker.MAX) {
      longChunks.acquireUninterruptibly();
      mayBeLong = true;
      bytes = new byte[Chunker.MAX];
    }
    System.arraycopy(before, at, bytes, 0, length);
  }

  /** Ends with a buffer for all but long chunks. */
  private void shrink() {
    if (mayBeLong) {
      mayBeLong = false;
      longChunks.release();
    }
    if (bytes.length != USUAL) {
      bytes = new byte[USUAL];
    }
  }

  /** Reads until there is no more room or the file ends. */
  private int fill(Path path, FileChannel channel, int index, int room) throws IOException {
    int total = 0;
    while (total < room) {
      direct.clear().limit(Math.min(SMALL, room - total));
      int count = calls.ask(path, channel, () -> channel.read(direct));
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
