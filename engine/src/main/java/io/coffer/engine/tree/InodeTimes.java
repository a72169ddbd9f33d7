package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * Sets the times of inodes: by the C library from Java 22 on. Java itself can do so from 1970 to
 * 2262, for what it may read and what opens harmlessly.
 */
final class InodeTimes {
  private static final int CURRENT_FOLDER = -100;
  private static final int NO_FOLLOW = 0x100;
  private static final Instant LATEST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

  private static final Libc.Function UTIMENSAT = Libc.function("utimensat").orElse(null);

  private InodeTimes() {}

  static void set(
      Path path, LinkOption[] options, NodeType type, Instant modified, Instant accessed)
      throws IOException {
    if (UTIMENSAT != null && call(path, options.length > 0 ? NO_FOLLOW : 0, modified, accessed)) {
      return;
    }
    if (opensHarmlessly(type) && isInRange(modified) && isInRange(accessed)) {
      Files.getFileAttributeView(path, BasicFileAttributeView.class, options)
          .setTimes(FileTime.from(modified), FileTime.from(accessed), null);
      return;
    }
    touch(path, options, "-m", modified);
    touch(path, options, "-a", accessed);
  }

  private static boolean call(Path path, int flags, Instant modified, Instant accessed) {
    long times = Libc.copied(NativeInode.times(modified, accessed));
    return (int) UTIMENSAT.call(CURRENT_FOLDER, Libc.path(RawPath.raw(path)), times, flags) == 0;
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST);
  }

  /** Java opens what it sets times of: a pipe would wait for a writer, a device do who knows. */
  private static boolean opensHarmlessly(NodeType type) {
    return type == NodeType.FILE || type == NodeType.DIR || type == NodeType.SYMLINK;
  }

  private static void touch(Path path, LinkOption[] options, String which, Instant time)
      throws IOException {
    String follow = options.length > 0 ? "-h" : "-c";
    Program.run(List.of("touch", follow, which, "-d", time.toString(), path.toString()));
  }
}
