package io.coffer.worker.cloud;

import io.coffer.contracts.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a volume that no server has. It is there as long as its description is, which comes
 * last and goes last: whatever dies meanwhile, there is neither a volume without bytes nor bytes
 * that no volume tells of, but for those that {@link #clearUp} deletes.
 */
record VolumeFolder(Path path) {

  static final String DESCRIPTION = "volume.json";

  private static final String NEW = DESCRIPTION + ".new";
  private static final long GIB = 1L << 30;

  /** The bytes of the volume; they need not be there. */
  Path bytes() {
    return path.resolve(path.getFileName() + ".raw");
  }

  /** Whether there is no volume in it. */
  boolean isUnfinished() {
    return Files.notExists(path.resolve(DESCRIPTION));
  }

  /**
   * Deletes what is left of a volume that was being made or deleted. A folder with anything else in
   * it is somebody's, and stays as it is.
   */
  void clearUp() throws IOException {
    if (!isUnfinished() || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Set<Path> own = Set.of(bytes(), path.resolve(NEW));
    List<Path> there;
    try (Stream<Path> files = Files.list(path)) {
      there = files.toList();
    }
    if (there.stream()
        .allMatch(
            file -> own.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
      for (Path file : there) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(path);
      sync(path.getParent());
    }
  }

  /** Makes the volume, of zeros that take no room. */
  void make(VolumeFile file) throws IOException {
    Files.createDirectories(path);
    try (RandomAccessFile bytes = new RandomAccessFile(bytes().toFile(), "rw")) {
      bytes.setLength(file.sizeGb() * GIB);
      bytes.getFD().sync();
    }
    try (FileChannel description =
        FileChannel.open(path.resolve(NEW), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      description.truncate(0);
      description.write(ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(file)));
      description.force(true);
    }
    Files.move(path.resolve(NEW), path.resolve(DESCRIPTION), StandardCopyOption.ATOMIC_MOVE);
    sync(path);
    sync(path.getParent());
  }

  /** Deletes the volume. Who reads it now reads it to its end. */
  void delete() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      List<Path> others =
          files.filter(file -> !file.getFileName().toString().equals(DESCRIPTION)).toList();
      for (Path file : others) {
        Files.deleteIfExists(file);
      }
    }
    sync(path);
    Files.deleteIfExists(path.resolve(DESCRIPTION));
    Files.deleteIfExists(path);
    sync(path.getParent());
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
