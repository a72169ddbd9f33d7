package io.coffer.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The volume that is measured: 15 % holes, 15 % zeros, 40 % pieces of this system's files, 30 %
 * random data, in pieces of a megabyte from a seed.
 */
public final class BenchData {
  private static final int PIECE = 1024 * 1024;
  private static final int CHANGE = 64 * 1024;
  private final Random random = new Random(Bench.SEED);
  private final Path volume;
  private final List<Path> files;
  private int nextFile;
  private byte[] rest = new byte[0];

  /** Takes the file that becomes the volume. */
  public BenchData(Path volume) {
    this.volume = volume;
    files = systemFiles();
  }

  Path volume() {
    return volume;
  }

  /** Makes the volume with this many bytes. */
  public void write(long size) throws IOException {
    byte[] piece = new byte[PIECE];
    try (FileChannel out =
        FileChannel.open(volume, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long at = 0; at < size; at += PIECE) {
        int kind = random.nextInt(100);
        if (kind >= 15) {
          fill(piece, kind);
          out.write(ByteBuffer.wrap(piece, 0, (int) Math.min(PIECE, size - at)), at);
        }
      }
      if (out.size() < size) {
        out.write(ByteBuffer.wrap(new byte[1]), size - 1);
      }
      out.force(true);
    }
  }

  /** Changes one hundredth of the volume in pieces of 64 KiB. */
  void change() throws IOException {
    byte[] piece = new byte[CHANGE];
    try (FileChannel out = FileChannel.open(volume, StandardOpenOption.WRITE)) {
      long pieces = out.size() / CHANGE;
      for (long i = 0; i < Math.max(1, pieces / 100); i++) {
        random.nextBytes(piece);
        out.write(ByteBuffer.wrap(piece), random.nextLong(pieces) * CHANGE);
      }
    }
  }

  /** Some extents that a provider might tell; nothing changed in them. */
  Path extents(Path file) throws IOException {
    long pieces = Files.size(volume) / CHANGE;
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      lines.append(random.nextLong(pieces) * CHANGE).append(' ').append(CHANGE).append('\n');
    }
    return Files.writeString(file, lines);
  }

  private void fill(byte[] piece, int kind) throws IOException {
    if (kind < 30) {
      Arrays.fill(piece, (byte) 0);
    } else if (kind >= 70) {
      random.nextBytes(piece);
    } else {
      int filled = 0;
      while (filled < piece.length) {
        if (rest.length == 0) {
          rest = Files.readAllBytes(files.get(nextFile++ % files.size()));
        }
        int part = Math.min(rest.length, piece.length - filled);
        System.arraycopy(rest, 0, piece, filled, part);
        rest = Arrays.copyOfRange(rest, part, rest.length);
        filled += part;
      }
    }
  }

  private List<Path> systemFiles() {
    List<Path> found = new ArrayList<>();
    for (String root : List.of("/usr/lib", "/usr/share", "/usr/bin")) {
      try (Stream<Path> paths = Files.walk(Path.of(root))) {
        paths.filter(BenchData::isUseful).forEach(found::add);
      } catch (IOException | UncheckedIOException e) {
        continue; // what cannot be read is not needed
      }
    }
    Collections.sort(found);
    Collections.shuffle(found, random);
    return found;
  }

  private static boolean isUseful(Path path) {
    try {
      return !Files.isSymbolicLink(path)
          && Files.isRegularFile(path)
          && Files.isReadable(path)
          && Files.size(path) > 32 * 1024
          && Files.size(path) < 8 * PIECE;
    } catch (IOException e) {
      return false;
    }
  }
}
