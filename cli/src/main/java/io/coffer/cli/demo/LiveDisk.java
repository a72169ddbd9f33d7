package io.coffer.cli.demo;

import io.coffer.contracts.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/** A disk of the demo's server while the server works on it, or breaks. */
record LiveDisk(Path path) {

  private static final int BUFFER = 1 << 20;

  long bytes() throws IOException {
    return Files.size(path);
  }

  /** Overwrites pieces in random places until the given part of the disk is new. */
  void scribble(Random random, double part, int pieceBytes) throws IOException {
    long size = bytes();
    long pieces = Math.max(1, (long) (size * part / pieceBytes));
    byte[] piece = new byte[pieceBytes];
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (long i = 0; i < pieces; i++) {
        random.nextBytes(piece);
        file.position((long) (random.nextDouble() * Math.max(1, size - pieceBytes)));
        DemoImages.writeFully(file, ByteBuffer.wrap(piece, 0, (int) Math.min(pieceBytes, size)));
      }
      file.force(true);
    }
  }

  /** SHA-256 of all bytes, as lower-case hex. */
  String sha256() throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      MessageDigest digest = Sha256.digest();
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      while (file.read(buffer.clear()) >= 0) {
        digest.update(buffer.flip());
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
