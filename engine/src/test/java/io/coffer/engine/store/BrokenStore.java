package io.coffer.engine.store;

import io.coffer.engine.StoreException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store that cannot write files of one kind while it is broken. */
public final class BrokenStore {
  private BrokenStore() {}

  public static Store of(Store store, FileType type, AtomicBoolean broken) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (broken.get() && method.getName().equals("write") && arguments[0] == type) {
                throw new StoreException("no answer", new IOException("Stale file handle"));
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
