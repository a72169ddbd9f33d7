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

  /** Writes the beginning of a file that exists. Answers how many of the bytes, maybe none. */
  int write(Path file, byte[] bytes, int offset, int length) {
    if (refused) {
      return 0;
    }
    int whole = length - length % BLOCK;
    int done = 0;
    ByteBuffer piece = take();
    try (FileChannel channel = open(file, StandardOpenOption.WRITE)) {
      while (done < whole) {
        int next = Math.min(PIECE, whole - done);
        piece.clear().put(0, bytes, offset + done, next).limit(next);
        int written = channel.write(piece, done);
        if (written < next) {
          return done + written - written % BLOCK;
        }
        done += written;
      }
    } catch (IOException e) {
      return done;
    } catch (RuntimeException e) {
      refused = true; // no such thing here, or in blocks of an odd size
      return done;
    } finally {
      PIECES.add(piece);
    }
    return done;
  }

  /**
   * Reads from a position of a file on. Answers how many of the bytes, maybe none, and fewer than
   * asked for at the end of the file.
   */
  int read(Path file, long position, byte[] into, int length) {
    if (refused) {
      return 0;
    }
    int done = 0;
    ByteBuffer piece = take();
    try (FileChannel channel = open(file, StandardOpenOption.READ)) {
      while (done < length) {
        int skipped = (int) ((position + done) % BLOCK);
        int wanted = Math.min(PIECE, roundUp(skipped + length - done));
        int found = channel.read(piece.clear().limit(wanted), position + done - skipped);
        if (found <= skipped) {
          return done;
        }
        int useful = Math.min(found - skipped, length - done);
        piece.get(skipped, into, done, useful);
        done += useful;
      }
    } catch (IOException e) {
      return done;
    } catch (RuntimeException e) {
      refused = true; // no such thing here, or in blocks of an odd size
      return done;
    } finally {
      PIECES.add(piece);
    }
    return done;
  }

  private static FileChannel open(Path file, StandardOpenOption mode) throws IOException {
    return FileChannel.open(file, mode, ExtendedOpenOption.DIRECT);
  }

  private static ByteBuffer take() {
    ByteBuffer free = PIECES.poll();
    return free != null ? free : ByteBuffer.allocateDirect(PIECE + BLOCK).alignedSlice(BLOCK);
  }

  private static int roundUp(int bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
