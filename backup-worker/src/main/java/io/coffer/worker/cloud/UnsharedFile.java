package io.coffer.worker.cloud;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Makes a volume's file one of its own before it is written in place: what is restored must not
 * change what other names of the file stand for.
 */
final class UnsharedFile {
  private static final int PIECE = 1 << 20;

  private UnsharedFile() {}

  static boolean isShared(Path path) throws IOException {
    return Files.isRegularFile(path) && (int) Files.getAttribute(path, "unix:nlink") > 1;
  }

  static void separate(Path path) throws IOException {
    Path file = path.toRealPath();
    Path copy = file.resolveSibling(file.getFileName() + ".own");
    try {
      Files.deleteIfExists(copy);
      copy(file, copy);
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Zeros become holes. */
  private static void copy(Path file, Path copy) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    try (FileChannel in = FileChannel.open(file);
        FileChannel out =
            FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      PosixFileAttributeView view = Files.getFileAttributeView(copy, PosixFileAttributeView.class);
      view.setPermissions(attributes.permissions());
      view.setOwner(attributes.owner());
      view.setGroup(attributes.group());
      long size = in.size();
      ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
      ByteBuffer zeros = ByteBuffer.allocateDirect(PIECE);
      for (long at = 0; in.read(piece.clear(), at) > 0; at += piece.limit()) {
        piece.flip();
        if (piece.mismatch(zeros.duplicate().limit(piece.limit())) >= 0
            || at + piece.limit() == size) {
          for (ByteBuffer rest = piece.duplicate(); rest.hasRemaining(); ) {
            out.write(rest, at + rest.position());
          }
        }
      }
      out.force(true);
    }
  }
}
