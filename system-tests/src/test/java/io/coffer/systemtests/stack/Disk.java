package io.coffer.systemtests.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A disk of its own for one part of a stack, so that it can be full while the others are not; with
 * room for what a hundred rounds leave behind. Wants {@code -Dcoffer.faults.disks=true} and the
 * right to mount.
 */
public enum Disk {
  POSTGRES("postgres", 2_048),
  KAFKA("kafka", 1_024),
  REPOSITORIES("repositories", 4_096);

  /** Whether stacks have them. */
  public static final boolean WANTED = Boolean.getBoolean("coffer.faults.disks");

  private static final String BALLAST = "ballast";

  private final String folder;
  private final int megabytes;

  Disk(String folder, int megabytes) {
    this.folder = folder;
    this.megabytes = megabytes;
  }

  static void mountAll(Path home) throws IOException {
    for (Disk disk : values()) {
      Path point = Files.createDirectories(home.resolve(disk.folder));
      String size = "size=" + disk.megabytes + "m,mode=0755";
      Launcher.run(Map.of(), List.of("mount", "-t", "tmpfs", "-o", size, "tmpfs", point.toString()))
          .ok();
    }
  }

  static void unmountAll(Path home) {
    for (Disk disk : values()) {
      Launcher.run(Map.of(), List.of("umount", home.resolve(disk.folder).toString()));
    }
  }

  /** Leaves no room on it. */
  public void fill(RunningStack stack) {
    Path ballast = stack.home().resolve(folder).resolve(BALLAST);
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // which is what this is for
    }
  }

  /** Makes room again. */
  public void free(RunningStack stack) {
    try {
      Files.deleteIfExists(stack.home().resolve(folder).resolve(BALLAST));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
