package io.coffer.engine.backup;

import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What may be kept as a volume: what has a size, and the same bytes at the same place again. */
public final class VolumeKind {
  /**
   * Named files from here on are volumes. Of one file's chunks only one thread can find the ends,
   * at some 500 MB a second, while all threads read blocks: from about two seconds on that is worth
   * more than chunks that move with the content, and what is this large (images, databases) is
   * mostly changed in place.
   */
  public static final long LARGE_FILE = 1L << 30;

  private VolumeKind() {}

  /** Whether a path that was named is kept as a volume. */
  static boolean isVolume(Path path, boolean filesAreVolumes) {
    try {
      if (filesAreVolumes) {
        return Files.isRegularFile(path) || type(path) != NodeType.DIR;
      }
      BasicFileAttributes found =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile()
          ? found.size() >= LARGE_FILE
          : found.isOther() && type(path) == NodeType.DEV;
    } catch (IOException e) {
      return false; // whoever reads it will tell
    }
  }

  /**
   * Links followed, nothing opened.
   *
   * @throws IOException if it is not there, or neither a file nor a block device; says what it is
   */
  public static void require(Path path) throws IOException {
    NodeType type = type(path);
    if (type != NodeType.FILE && type != NodeType.DEV) {
      throw new FileSystemException(path.toString(), null, "a " + word(type) + " is no volume");
    }
  }

  /**
   * The bytes of a file or block device; links followed, no file opened.
   *
   * @throws IOException if it is not there, or is no volume
   */
  public static long size(Path path) throws IOException {
    require(path);
    if (type(path) == NodeType.FILE) {
      return Files.size(path);
    }
    try (FileChannel device = FileChannel.open(path)) {
      return device.size();
    }
  }

  private static NodeType type(Path path) throws IOException {
    return FileMode.typeOfStat((int) Files.getAttribute(path, "unix:mode"));
  }

  private static String word(NodeType type) {
    return switch (type) {
      case DIR -> "folder";
      case CHARDEV -> "character device";
      case FIFO -> "pipe";
      case SOCKET -> "socket";
      case SYMLINK -> "link";
      case FILE, DEV -> type.word();
    };
  }
}
