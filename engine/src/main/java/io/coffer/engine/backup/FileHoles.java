package io.coffer.engine.backup;

import io.coffer.engine.tree.Holes;
import io.coffer.engine.tree.Inode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The holes of a file in a folder that is open already. */
final class FileHoles implements AutoCloseable {
  private static final FileHoles NONE = new FileHoles(Optional.empty());

  private final Optional<Holes> holes;

  private FileHoles(Optional<Holes> holes) {
    this.holes = holes;
  }

  /**
   * None if the file has no holes, if nobody tells of them, or if it was replaced since it was
   * looked at: the holes of another file would lose data of this one.
   */
  static FileHoles of(Path path, Inode inode) throws IOException {
    if (!inode.isSparse()) {
      return NONE;
    }
    FileHoles found = new FileHoles(Holes.of(path, inode.size()));
    long now = Inode.of(path).metadata().inode();
    if (now != inode.metadata().inode()) {
      found.close();
      return NONE;
    }
    return found;
  }

  boolean areKnown() {
    return holes.isPresent();
  }

  /** Whether there is nothing but holes from a position on, for so many bytes of the file. */
  boolean reachFrom(long position, int length) {
    return holes.orElseThrow().nextData(position) >= position + length;
  }

  @Override
  public void close() {
    holes.ifPresent(Holes::close);
  }
}
