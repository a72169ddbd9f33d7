package io.coffer.engine.backup;

import io.coffer.engine.tree.Holes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** A file or block device whose holes are not read, where the system tells them. */
public final class FileSource implements BlockSource, AutoCloseable {
  private final FileChannel channel;
  private final long size;
  private final Optional<Holes> holes;

  /** Opens for reading; the size is taken now. */
  public FileSource(Path path) throws IOException {
    channel = FileChannel.open(path);
    size = channel.size();
    holes = Holes.of(path, size);
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
