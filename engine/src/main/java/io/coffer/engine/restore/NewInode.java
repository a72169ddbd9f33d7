package io.coffer.engine.restore;

import io.coffer.engine.tree.OpenFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Puts a new inode under a name. What has the name already is never written to, because it may have
 * other names: it stays until the new one is whole, and then gives way at once.
 */
final class NewInode {
  private NewInode() {}

  /** Makes an inode under a name that is free, and leaves nothing if it fails. */
  interface Maker {
    void make(String name) throws IOException;
  }

  /**
   * @throws DirectoryNotEmptyException if a folder has the name and something in it
   */
  static void put(OpenFolder folder, String name, Maker maker) throws IOException {
    try {
      maker.make(name);
      return;
    } catch (FileAlreadyExistsException e) {
      // the rest is about what is there
    }
    Path entry = folder.entry(name);
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(entry);
      maker.make(name);
      return;
    }
    String temporary =
        ".coffer-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    maker.make(temporary);
    try {
      Files.move(folder.entry(temporary), entry, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(folder.entry(temporary));
    }
  }
}
