package io.coffer.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Files that are there whole or not at all, whatever happens: written under another name, forced to
 * the disk and renamed. Where the file system knows no permissions, no hard links or no forcing of
 * folders, it does without.
 */
final class WholeFiles {
  private static final String MARK = "-tmp-";

  /** Of this engine and of the stock tool. */
  private static final Pattern TEMPORARY =
      Pattern.compile("([0-9a-f]{64}|config|coffer-prune-marks)" + MARK + ".+");

  /** The JDK copies every call's bytes through a buffer of that size outside the heap. */
  private static final int SLICE = 256 * 1024;

  /** How systems say that they do not know a call; any other failure to force a file is one. */
  private static final List<String> UNKNOWN_CALL =
      List.of("not supported", "Invalid argument", "not implemented", "Inappropriate ioctl");

  private final Disk disk;
  private final DirectIo directIo;

  /** A file system that forced a folder once knows how to, and has failed if it does not again. */
  private volatile boolean forcesFolders;

  WholeFiles(Disk disk, DirectIo directIo) {
    this.disk = disk;
    this.directIo = directIo;
  }

  static boolean isTemporary(Path file) {
    return TEMPORARY.matcher(file.getFileName().toString()).matches();
  }

  private interface Filling {
    void fill(Path file, FileChannel channel) throws IOException;
  }

  /** Writes a file, in the place of one that may be there. */
  void write(Path target, byte[] bytes, int offset, int length, boolean direct, int permissions)
      throws IOException {
    publish(writeTemporary(target, bytes, offset, length, direct, permissions), target);
  }

  /** The same for a file that does not fit in memory. */
  void write(Path target, InputStream content, int permissions) throws IOException {
    Filling copy = (file, channel) -> content.transferTo(Channels.newOutputStream(channel));
    publish(writeTemporary(target, copy, permissions), target);
  }

  private void publish(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard(temporary);
      throw e;
    }
    forceFolder(target.getParent());
  }

  /**
   * Writes a file unless there is one. True if this call made it. Without hard links two calls at
   * the same moment may both believe so, and the last stays.
   */
  boolean create(Path target, byte[] bytes, int permissions) throws IOException {
    Path temporary = writeTemporary(target, bytes, 0, bytes.length, false, permissions);
    try {
      link(target, temporary);
      forceFolder(target.getParent());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      discard(temporary);
    }
  }

  private void link(Path target, Path temporary) throws IOException {
    try {
      disk.link(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Makes a folder, whose own parent is there. */
  void makeFolder(Path folder, int permissions) throws IOException {
    try {
      Files.createDirectory(folder);
      permit(folder, permissions);
      forceFolder(folder.getParent());
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Removes a file; one that is not there is no error. */
  void delete(Path path) throws IOException {
    try {
      disk.delete(path);
    } catch (IOException e) {
      permit(path, 0600); // some file systems keep what must not be written
      disk.delete(path);
    }
  }

  private Path writeTemporary(
      Path target, byte[] bytes, int offset, int length, boolean direct, int permissions)
      throws IOException {
    return writeTemporary(
        target,
        (file, channel) -> {
          int end = offset + length;
          int begun = direct ? directIo.write(file, bytes, offset, length) : 0;
          channel.position(begun);
          for (int at = offset + begun; at < end; ) {
            at += channel.write(ByteBuffer.wrap(bytes, at, Math.min(SLICE, end - at)));
          }
        },
        permissions);
  }

  private Path writeTemporary(Path target, Filling filling, int permissions) throws IOException {
    String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    Path temporary = target.resolveSibling(target.getFileName() + MARK + random);
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      filling.fill(temporary, channel);
      force(channel);
    } catch (IOException e) {
      discard(temporary);
      throw e;
    }
    permit(temporary, permissions);
    return temporary;
  }

  private void permit(Path path, int permissions) {
    try {
      disk.setPermissions(path, permissions);
    } catch (IOException | RuntimeException e) {
      // a file system without permissions: who may come to it may use it
    }
  }

  private void force(FileChannel file) throws IOException {
    try {
      disk.sync(file);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (UNKNOWN_CALL.stream().noneMatch(message::contains)) {
        throw e;
      }
    }
  }

  private void forceFolder(Path folder) throws IOException {
    try {
      disk.syncFolder(folder);
      forcesFolders = true;
    } catch (IOException e) {
      if (forcesFolders) {
        throw e;
      }
    }
  }

  private void discard(Path temporary) {
    try {
      delete(temporary);
    } catch (IOException e) {
      // it is swept later; the error that led here is the one to tell
    }
  }
}
