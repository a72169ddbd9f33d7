package io.coffer.messaging.dispatch;

import io.coffer.contracts.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table that says which handler takes which message. One per service, checked complete by a
 * test.
 */
public final class Handlers {

  private final Map<Class<?>, Handler<?>> table = new LinkedHashMap<>();

  /** Names the handler of a message; one each. */
  public <M extends Message> Handlers on(Class<M> type, Handler<? super M> handler) {
    if (table.put(type, handler) != null) {
      throw new IllegalStateException(type.getName() + " has two handlers");
    }
    return this;
  }

  /** The handler of a message; empty when it is only folded. */
  @SuppressWarnings("unchecked")
  public <M extends Message> Optional<Handler<M>> find(M message) {
    return Optional.ofNullable((Handler<M>) table.get(message.getClass()));
  }

  /** Whether this kind of message is decided here. */
  public boolean decides(Class<? extends Message> type) {
    return table.containsKey(type);
  }
}
