package io.coffer.engine.backup;

import io.coffer.engine.tree.Holes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file or block device whose holes are not read, where the system tells them. */
public final class FileSource implements BlockSource, AutoCloseable {
  private final FileChannel channel;
  private final long size;
  private final Optional<Holes> holes;

  /**
   * Opens for reading; the size is taken now. A file that is replaced meanwhile is read as it was.
   */
  public FileSource(Path path) throws IOException {
    Object before = key(path);
    channel = FileChannel.open(path);
    size = channel.size();
    Optional<Holes> found = Holes.of(path, size);
    boolean same = before != null && before.equals(key(path));
    if (!same) {
      found.ifPresent(Holes::close);
    }
    holes = found.filter(each -> same);
  }

  /** What tells one inode from another: the holes of another file would lose data of this one. */
  private static Object key(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null; // gone
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return channel.read(target, position);
  }

  @Override
  public long nextData(long position) {
    return holes.isPresent() ? holes.get().nextData(position) : position;
  }

  @Override
  public void close() throws IOException {
    holes.ifPresent(Holes::close);
    channel.close();
  }
}
