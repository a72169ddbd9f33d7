package io.coffer.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a store asks of its file system and not every file system can do. */
class Disk {
  private static final int SPECIAL_BITS = 07000;

  /** Sets the permissions; bits beyond them, such as that a folder hands its group on, stay. */
  void setPermissions(Path path, int permissions) throws IOException {
    int special = (int) Files.getAttribute(path, "unix:mode") & SPECIAL_BITS;
    Files.setAttribute(path, "unix:mode", special | permissions);
  }

  void link(Path name, Path existing) throws IOException {
    Files.createLink(name, existing);
  }

  void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  void sync(FileChannel file) throws IOException {
    file.force(true);
  }

  void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
