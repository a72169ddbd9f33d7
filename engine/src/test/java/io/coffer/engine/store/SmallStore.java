package io.coffer.engine.store;

import io.coffer.engine.StoreFullException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder on a disk of a few blocks, which a file takes whole. */
public final class SmallStore {
  private static final long BLOCK = 4096;

  private final Path folder;
  private final LocalStore store;
  private long blocks = Long.MAX_VALUE;

  public SmallStore(Path folder) {
    this.folder = folder;
    this.store = new LocalStore(folder);
  }

  /** Leaves room for so many blocks from now on, beside what is there. */
  public void leave(int free) {
    blocks = used() + free;
  }

  public Store store() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("write")) {
                Object length = arguments[arguments.length - 1];
                room(length instanceof Integer bytes ? bytes : ((byte[]) length).length);
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private void room(long bytes) {
    if (used() + blocks(bytes) > blocks) {
      throw new StoreFullException("no room", new IOException("No space left on device"));
    }
  }

  private long used() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> blocks(file.toFile().length()))
          .sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long blocks(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK;
  }
}
