package io.coffer.engine.backup;

import io.coffer.engine.tree.Holes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/** A file or block device whose holes are not read, where the system tells them. */
public final class FileSource implements BlockSource, AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final FileChannel channel;
  private final long size;
  private final Optional<Holes> holes;
  private final Duration patience;

  private FileSource(Path path, FileChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.patience = patience;
    size = channel.size();
    holes = Holes.of(path, size);
  }

  /**
   * Opens for reading; the size is taken now. A file that is replaced later is read as it was. What
   * is neither a file nor a block device is not even opened.
   *
   * @param patience for opening, and for each read
   * @throws IOException if it cannot be opened, or does not answer in time
   */
  public static FileSource open(Path path, Duration patience) throws IOException {
    return Deadline.within(patience, () -> openSame(path, patience));
  }

  /** As {@link #open}, with the usual patience. */
  public static FileSource open(Path path) throws IOException {
    return open(path, USUAL_PATIENCE);
  }

  /** What was opened must be what was looked at, and what the holes are asked of. */
  private static FileSource openSame(Path path, Duration patience) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      VolumeKind.require(path);
      Object before = key(path);
      FileSource source = new FileSource(path, FileChannel.open(path), patience);
      if (before != null && before.equals(key(path))) {
        return source;
      }
      source.closeNow();
    }
    throw new IOException("it is replaced again and again");
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
  public Duration patience() {
    return patience;
  }

  /**
   * To be asked when all is read.
   *
   * @throws IOException if it is shorter now: what was read need not be what it was at any time; or
   *     if its size is a lie, as in {@code /proc}
   */
  public void requireSize() throws IOException {
    long now = Deadline.within(patience, channel::size);
    if (now < size) {
      throw new IOException("it has shrunk from " + size + " to " + now + " bytes");
    }
    if (now == 0 && Deadline.within(patience, () -> read(ByteBuffer.allocate(1), 0)) > 0) {
      throw new IOException("it says that it has 0 bytes, and has more");
    }
  }

  /** To close waits for reads that hang, so it waits no longer than it must. */
  @Override
  public void close() throws IOException {
    Deadline.within(
        CLOSING,
        () -> {
          closeNow();
          return null;
        });
  }

  private void closeNow() throws IOException {
    holes.ifPresent(Holes::close);
    channel.close();
  }
}
