package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this process. */
public final class User {
  private static final int ID = find();

  private User() {}

  public static boolean isRoot() {
    return ID == 0;
  }

  public static boolean is(long id) {
    return ID == id;
  }

  static boolean owns(HeldInode inode) throws IOException {
    return is((int) Files.getAttribute(inode.way(), "unix:uid", inode.options()));
  }

  private static int find() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | RuntimeException e) {
      return "root".equals(System.getProperty("user.name")) ? 0 : -1;
    }
  }
}
