package io.coffer.engine.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store in which others have done something after each listing. */
public final class BusyStore {
  private BusyStore() {}

  public static Store of(Store store, Runnable afterListing) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(store, arguments);
                if (method.getName().equals("list")) {
                  afterListing.run();
                }
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
