package io.coffer.cli.cloud;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies files byte for byte, but writes no blocks of zeros, so that holes stay holes. */
final class SparseCopy {

  private static final int BLOCK = 64 << 10;
  private static final int BUFFER = 16 * BLOCK;

  private SparseCopy() {}

  /** Copies to a new file; returns its length in bytes. */
  static long copy(Path source, Path target) throws IOException {
    try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
        RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw");
        FileChannel to = file.getChannel()) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long position = 0;
      while (fill(from, buffer)) {
        int length = buffer.remaining();
        for (int start = 0; start < length; start += BLOCK) {
          int end = Math.min(length, start + BLOCK);
          if (!isZero(buffer.array(), start, end)) {
            write(to, ByteBuffer.wrap(buffer.array(), start, end - start), position + start);
          }
        }
        position += length;
      }
      file.setLength(position);
      to.force(true);
      return position;
    }
  }

  private static boolean fill(FileChannel from, ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining() && from.read(buffer) >= 0) {
      // until the buffer is full or the file ends
    }
    buffer.flip();
    return buffer.hasRemaining();
  }

  private static void write(FileChannel to, ByteBuffer block, long position) throws IOException {
    long at = position;
    while (block.hasRemaining()) {
      at += to.write(block, at);
    }
  }

  private static boolean isZero(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
