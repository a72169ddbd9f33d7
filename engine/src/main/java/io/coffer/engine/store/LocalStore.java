package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A repository in a folder of this machine. */
public final class LocalStore implements Store {
  private static final String TEMPORARY = "-tmp-";

  /** The JDK copies every call's bytes through a buffer of that size outside the heap. */
  private static final int SLICE = 256 * 1024;

  /** Smaller packs hold trees: the next backup reads them, and had better find them in memory. */
  private static final int DIRECT_WRITE = 4 << 20;

  /** Below this the system's reading ahead is faster than waiting for the disk piece by piece. */
  private static final int DIRECT_READ = 1 << 20;

  private final Path root;
  private final DirectIo directIo = new DirectIo();

  /** The folder need not exist yet. */
  public LocalStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public String describe() {
    return root.toString();
  }

  @Override
  public void write(FileType type, String name, byte[] bytes, int offset, int length) {
    Path target = path(type, name);
    Path temporary =
        writeTemporary(
            target, bytes, offset, length, type == FileType.PACK && length >= DIRECT_WRITE);
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(target.getParent());
    } catch (IOException e) {
      discard(temporary);
      throw failed("write", target, e);
    }
  }

  @Override
  public boolean createIfAbsent(FileType type, String name, byte[] bytes) {
    Path target = path(type, name);
    if (Files.exists(target)) {
      return false;
    }
    Path temporary = writeTemporary(target, bytes, 0, bytes.length, false);
    try {
      Files.createLink(target, temporary);
      syncFolder(target.getParent());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failed("write", target, e);
    } finally {
      discard(temporary);
    }
  }

  @Override
  public boolean exists(FileType type, String name) {
    return Files.exists(path(type, name));
  }

  @Override
  public byte[] read(FileType type, String name) {
    return reading(
        type,
        name,
        channel -> {
          byte[] bytes = new byte[Math.toIntExact(channel.size())];
          fill(channel, type, name, 0, bytes, bytes.length);
          return bytes;
        });
  }

  @Override
  public void read(FileType type, String name, long offset, byte[] into, int length) {
    reading(
        type,
        name,
        channel -> {
          fill(channel, type, name, offset, into, length);
          return into;
        });
  }

  private interface Reading {
    byte[] from(FileChannel channel) throws IOException;
  }

  private byte[] reading(FileType type, String name, Reading reading) {
    Path path = path(type, name);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return reading.from(channel);
    } catch (NoSuchFileException e) {
      throw new DamagedException(type.path(name) + " is missing", e);
    } catch (IOException e) {
      throw failed("read", path, e);
    }
  }

  private void fill(
      FileChannel channel, FileType type, String name, long offset, byte[] into, int length)
      throws IOException {
    boolean direct = type == FileType.PACK && length >= DIRECT_READ;
    int begun = direct ? directIo.read(path(type, name), offset, into, length) : 0;
    for (int at = begun; at < length; ) {
      ByteBuffer slice = ByteBuffer.wrap(into, at, Math.min(SLICE, length - at));
      int count = channel.read(slice, offset + at);
      if (count < 0) {
        throw new DamagedException(type.path(name) + " is cut short");
      }
      at += count;
    }
  }

  @Override
  public List<StoredFile> list(FileType type) {
    List<StoredFile> files = new ArrayList<>();
    Path folder = type.folder().map(root::resolve).orElse(root);
    try {
      collect(folder, type == FileType.PACK, files);
    } catch (IOException e) {
      throw failed("list", folder, e);
    }
    return files;
  }

  @Override
  public void delete(FileType type, String name) {
    Path path = path(type, name);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failed("delete", path, e);
    }
  }

  /** Removes what writers that died left half-written, if it is older than the given age. */
  public void sweepTemporary(Duration age) {
    Instant before = Instant.now().minus(age);
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root, 3)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (path.getFileName().toString().contains(TEMPORARY)
            && Files.isRegularFile(path)
            && !Files.getLastModifiedTime(path).toInstant().isAfter(before)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new StoreException("cannot sweep " + root, e);
    }
  }

  private static void collect(Path folder, boolean nested, List<StoredFile> files)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = path.getFileName().toString();
        if (nested && Files.isDirectory(path)) {
          collect(path, false, files);
        } else if (name.length() == 64 && !name.contains(TEMPORARY)) {
          try {
            files.add(new StoredFile(name, Files.size(path)));
          } catch (NoSuchFileException e) {
            continue; // deleted since it was listed
          }
        }
      }
    }
  }

  private Path path(FileType type, String name) {
    return root.resolve(type.path(name));
  }

  private Path writeTemporary(Path target, byte[] bytes, int offset, int length, boolean direct) {
    Path folder = target.getParent();
    Path temporary =
        folder.resolve(
            target.getFileName()
                + TEMPORARY
                + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36));
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        syncFolder(folder.getParent());
      }
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        int end = offset + length;
        int begun = direct ? directIo.write(temporary, bytes, offset, length) : 0;
        channel.position(begun);
        for (int at = offset + begun; at < end; ) {
          at += channel.write(ByteBuffer.wrap(bytes, at, Math.min(SLICE, end - at)));
        }
        channel.force(true);
      }
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r--------"));
      return temporary;
    } catch (IOException e) {
      discard(temporary);
      throw failed("write", target, e);
    }
  }

  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // it is swept later; the error that led here is the one to tell
    }
  }

  private StoreException failed(String verb, Path path, IOException cause) {
    String message = "cannot " + verb + " " + path + ": " + cause.getMessage();
    return isFull(cause)
        ? new StoreFullException(message, cause)
        : new StoreException(message, cause);
  }

  private static boolean isFull(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("File too large");
  }
}
