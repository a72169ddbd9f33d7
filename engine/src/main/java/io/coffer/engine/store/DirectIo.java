package io.coffer.engine.store;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes large parts of a store's files past the page cache. Nobody reads a pack again soon, the
 * pages it would push out are worth more, and to fill fresh pages can cost more time than the disk
 * needs. It only begins what the usual way ends: where the file system refuses, or fails, it tells
 * how far it came.
 */
final class DirectIo {
  private static final int PIECE = 2 << 20;
  private static final int BLOCK = 4096;

  /** As many as were in use at once; memory outside the heap is slow to come back. */
  private static final Queue<ByteBuffer> PIECES = new ConcurrentLinkedQueue<>();

  /** A refusal may cost a file descriptor each time: the JDK opens first, and asks then. */
  private volatile boolean refused;

  /** Moves the bytes from {@code done} on through a piece; answers how many, 0 at the end. */
  private interface Step {
    int move(FileChannel channel, ByteBuffer piece, int done) throws IOException;
  }

  /** Writes the beginning of a file that exists. Answers how many of the bytes, maybe none. */
  int write(Path file, byte[] bytes, int offset, int length) {
    int whole = length - length % BLOCK;
    return pieces(
        file,
        StandardOpenOption.WRITE,
        whole,
        (channel, piece, done) -> {
          int next = Math.min(PIECE, whole - done);
          int written = channel.write(piece.put(0, bytes, offset + done, next).limit(next), done);
          return written - written % BLOCK;
        });
  }

  /**
   * Reads from a position of a file on. Answers how many of the bytes, maybe none, and fewer than
   * asked for at the end of the file.
   */
  int read(Path file, long position, byte[] into, int length) {
    return pieces(
        file,
        StandardOpenOption.READ,
        length,
        (channel, piece, done) -> {
          int skipped = (int) ((position + done) % BLOCK);
          int wanted = Math.min(PIECE, roundUp(skipped + length - done));
          int found = channel.read(piece.limit(wanted), position + done - skipped);
          int useful = Math.max(0, Math.min(found - skipped, length - done));
          piece.get(skipped, into, done, useful);
          return useful;
        });
  }

  private int pieces(Path file, StandardOpenOption mode, int length, Step step) {
    if (refused) {
      return 0;
    }
    int done = 0;
    ByteBuffer piece = take();
    try (FileChannel channel = FileChannel.open(file, mode, ExtendedOpenOption.DIRECT)) {
      for (int moved = 1; moved > 0 && done < length; done += moved) {
        moved = step.move(channel, piece.clear(), done);
      }
    } catch (IOException e) {
      return done; // the usual way meets the same, and tells
    } catch (RuntimeException e) {
      refused = true; // no such thing here, or in blocks of an odd size
    } finally {
      PIECES.add(piece);
    }
    return done;
  }

  private static ByteBuffer take() {
    ByteBuffer free = PIECES.poll();
    return free != null ? free : ByteBuffer.allocateDirect(PIECE + BLOCK).alignedSlice(BLOCK);
  }

  private static int roundUp(int bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
