package io.coffer.cli.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The raw images of the demo's server: one of real files, one of what compresses in every way. */
final class DemoImages {

  static final long MOST_TAR_BYTES = 400_000_000;
  private static final int MEBIBYTE = 1 << 20;
  private static final int RANDOM_MEBIBYTES = 60;
  private static final int ZERO_MEBIBYTES = 40;
  private static final int HOLE_MEBIBYTES = 60;
  private static final int TAIL_BYTES = 12_345; // so that the image ends in the middle of a block
  private static final int TAR_OVERHEAD = 2048;

  private DemoImages() {}

  /** A tar stream of whole directory trees, cut off after so many bytes of files. */
  static void tar(Path image, long mostBytes, Path... trees) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(image), 4 * MEBIBYTE);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Path tree : trees) {
        if (Files.isDirectory(tree)) {
          Files.walkFileTree(tree, visitor(tar, mostBytes));
        }
      }
    }
  }

  private static FileVisitor<Path> visitor(TarArchiveOutputStream tar, long mostBytes) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (!attributes.isRegularFile() || !Files.isReadable(file)) {
          return FileVisitResult.CONTINUE;
        }
        if (tar.getBytesWritten() + attributes.size() + TAR_OVERHEAD > mostBytes) {
          return FileVisitResult.TERMINATE;
        }
        TarArchiveEntry entry = new TarArchiveEntry(file.toString().substring(1));
        byte[] content = Files.readAllBytes(file);
        entry.setSize(content.length);
        entry.setModTime(attributes.lastModifiedTime());
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
      }
    };
  }

  /**
   * Random bytes, written zeros, a hole, and random bytes again, of a length that fits no block.
   */
  static void mixture(Path image, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] block = new byte[MEBIBYTE];
    try (FileChannel file =
        FileChannel.open(image, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < RANDOM_MEBIBYTES; i++) {
        random.nextBytes(block);
        writeFully(file, ByteBuffer.wrap(block));
      }
      for (int i = 0; i < ZERO_MEBIBYTES; i++) {
        writeFully(file, ByteBuffer.allocate(MEBIBYTE));
      }
      file.position(file.position() + (long) HOLE_MEBIBYTES * MEBIBYTE);
      random.nextBytes(block);
      writeFully(file, ByteBuffer.wrap(block, 0, TAIL_BYTES));
    }
  }

  static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
