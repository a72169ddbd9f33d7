package io.coffer.engine.store;

import io.coffer.engine.StoreFullException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A store that has room for so many bytes of packs and no more. */
public final class FullStore implements Store {
  private final Store store;
  private long room;

  public FullStore(Store store, long room) {
    this.store = store;
    this.room = room;
  }

  @Override
  public synchronized void write(FileType type, String name, byte[] bytes, int offset, int length) {
    if (type == FileType.PACK && (room -= length) < 0) {
      throw new StoreFullException("no room", new IOException("No space left on device"));
    }
    store.write(type, name, bytes, offset, length);
  }

  @Override
  public void write(FileType type, String name, InputStream content) {
    try {
      write(type, name, content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String describe() {
    return store.describe();
  }

  @Override
  public boolean createIfAbsent(FileType type, String name, byte[] bytes) {
    return store.createIfAbsent(type, name, bytes);
  }

  @Override
  public boolean exists(FileType type, String name) {
    return store.exists(type, name);
  }

  @Override
  public byte[] read(FileType type, String name) {
    return store.read(type, name);
  }

  @Override
  public void read(FileType type, String name, long offset, byte[] into, int length) {
    store.read(type, name, offset, into, length);
  }

  @Override
  public List<StoredFile> list(FileType type) {
    return store.list(type);
  }

  @Override
  public void delete(FileType type, String name) {
    store.delete(type, name);
  }
}
