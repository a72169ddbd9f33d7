package io.coffer.engine.store;

import io.coffer.engine.Cause;
import io.coffer.engine.DamagedException;
import io.coffer.engine.GoneException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A repository in a folder of this machine. */
public final class LocalStore implements Store {
  /** The JDK copies every call's bytes through a buffer of that size outside the heap. */
  private static final int SLICE = 256 * 1024;

  /** Smaller packs hold trees: the next backup reads them, and had better find them in memory. */
  private static final int DIRECT_WRITE = 4 << 20;

  /** Below this the system's reading ahead is faster than waiting for the disk piece by piece. */
  private static final int DIRECT_READ = 1 << 20;

  /** Of a pack below the root. */
  private static final int DEPTH = 3;

  private final Path root;
  private final Runnable beforeRead;
  private final DirectIo directIo = new DirectIo();
  private final WholeFiles files;

  /** The folder need not exist yet. */
  public LocalStore(Path root) {
    this(root, () -> {});
  }

  /**
   * @param beforeRead called before each file is read; by what it throws a job ends there
   */
  public LocalStore(Path root, Runnable beforeRead) {
    this(root, beforeRead, new Disk());
  }

  LocalStore(Path root, Disk disk) {
    this(root, () -> {}, disk);
  }

  private LocalStore(Path root, Runnable beforeRead, Disk disk) {
    this.root = root.toAbsolutePath().normalize();
    this.beforeRead = beforeRead;
    this.files = new WholeFiles(disk, directIo);
  }

  @Override
  public String describe() {
    return RawPath.text(root);
  }

  @Override
  public void write(FileType type, String name, byte[] bytes, int offset, int length) {
    Path target = path(type, name);
    boolean direct = type == FileType.PACK && length >= DIRECT_WRITE;
    try {
      makeFolders(type, target.getParent());
      files.write(target, bytes, offset, length, direct, permissions().file());
    } catch (IOException e) {
      throw failed("write", target, e, length);
    }
  }

  @Override
  public void write(FileType type, String name, InputStream content) {
    Path target = path(type, name);
    try {
      makeFolders(type, target.getParent());
      files.write(target, content, permissions().file());
    } catch (IOException e) {
      throw failed("write", target, e, 0);
    }
  }

  @Override
  public boolean createIfAbsent(FileType type, String name, byte[] bytes) {
    Path target = path(type, name);
    if (exists(type, name)) {
      return false;
    }
    try {
      makeFolders(type, target.getParent());
      return files.create(target, bytes, permissions().file());
    } catch (IOException e) {
      throw failed("write", target, e, bytes.length);
    }
  }

  @Override
  public boolean exists(FileType type, String name) {
    Path path = path(type, name);
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw failed("look at", path, e, 0);
    }
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
    beforeRead.run();
    Path path = path(type, name);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return reading.from(channel);
    } catch (NoSuchFileException e) {
      throw new GoneException(type.path(name) + " is missing", e);
    } catch (IOException e) {
      throw failed("read", path, e, 0);
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
    Path folder = type.folder().map(root::resolve).orElse(root);
    try {
      return FolderListing.of(folder, type == FileType.PACK);
    } catch (NoSuchFileException e) {
      requireRepository(); // a repository need not have all folders
      return List.of();
    } catch (IOException e) {
      throw failed("list", folder, e, 0);
    }
  }

  /** Whether there are files of a kind that has a folder; there need be no repository. */
  public boolean hasAny(FileType type) {
    return Files.isDirectory(root.resolve(type.folder().orElseThrow())) && !list(type).isEmpty();
  }

  @Override
  public void delete(FileType type, String name) {
    Path path = path(type, name);
    try {
      files.delete(path);
    } catch (IOException e) {
      throw failed("delete", path, e, 0);
    }
  }

  /**
   * Removes what writers that died left half-written, if it is older than the given age. What it
   * may not remove stays.
   */
  public void sweepTemporary(Duration age) {
    try {
      Files.walkFileTree(
          root, Set.of(), DEPTH, new TemporarySweep(Instant.now().minus(age), files));
    } catch (IOException e) {
      throw failed("sweep", root, e, 0);
    }
  }

  private Path path(FileType type, String name) {
    return root.resolve(type.path(name));
  }

  private Permissions permissions() {
    return Permissions.like(root.resolve(FileType.CONFIG.path("")));
  }

  /** Only a key and the config make a repository where there is none. */
  private void makeFolders(FileType type, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (type != FileType.KEY && type != FileType.CONFIG) {
      requireRepository();
    } else if (!Files.isDirectory(root)) {
      Files.createDirectories(root.getParent());
      files.makeFolder(root, permissions().folder());
    }
    Path part = root;
    for (Path name : root.relativize(folder)) {
      part = part.resolve(name);
      if (!Files.isDirectory(part)) {
        files.makeFolder(part, permissions().folder());
      }
    }
  }

  private void requireRepository() {
    if (!exists(FileType.CONFIG, "")) {
      throw new StoreException(
          "there is no repository at "
              + describe()
              + ": it was moved away, or its disk is not mounted",
          null);
    }
  }

  private StoreException failed(String verb, Path path, IOException cause, int bytes) {
    String message = "cannot " + verb + " " + RawPath.text(path) + ": " + Cause.of(cause);
    return Cause.isNoRoom(cause) || hasNoRoomFor(bytes)
        ? new StoreFullException(message, cause)
        : new StoreException(message, cause);
  }

  /** The system may say it in any language. */
  private boolean hasNoRoomFor(int bytes) {
    try {
      return bytes > 0 && Files.getFileStore(root).getUsableSpace() < bytes;
    } catch (IOException e) {
      return false;
    }
  }
}
