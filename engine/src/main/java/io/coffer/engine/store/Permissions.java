package io.coffer.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who may use what is new in a folder repository: those who may read its config. So one gives a
 * repository to a group by giving it the files that are there.
 *
 * @param file of a file, which nobody writes again
 * @param folder of a folder, in which the group may make and delete files
 */
record Permissions(int file, int folder) {
  private static final int GROUP_READS = 0040;
  private static final int OTHERS_READ = 0004;
  private static final Permissions OWNER = new Permissions(0400, 0700);

  /** As the config of a repository wants it; for the owner alone where there is none yet. */
  static Permissions like(Path config) {
    try {
      int mode = (int) Files.getAttribute(config, "unix:mode");
      int readers = mode & (GROUP_READS | OTHERS_READ);
      int group = (mode & GROUP_READS) != 0 ? 0070 : 0;
      int others = (mode & OTHERS_READ) != 0 ? 0005 : 0;
      return new Permissions(OWNER.file | readers, OWNER.folder | group | others);
    } catch (IOException | UnsupportedOperationException e) {
      return OWNER;
    }
  }
}
