package io.coffer.messaging.dispatch;

import io.coffer.contracts.Message;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import jakarta.inject.Singleton;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which handler takes which message: the beans that are handlers, by the messages they name. */
@Singleton
public class Handlers {

  private final Map<Class<?>, Handler<?, ?>> table = new HashMap<>();

  Handlers(@All List<InstanceHandle<Handler<?, ?>>> beans) {
    for (InstanceHandle<Handler<?, ?>> bean : beans) {
      messages(named(bean.getBean().getTypes())).forEach(type -> enter(type, bean.get()));
    }
  }

  /** The handler of a message; empty when it is only folded. */
  @SuppressWarnings("unchecked")
  public Optional<Handler<Message, Object>> find(Message message) {
    return Optional.ofNullable((Handler<Message, Object>) table.get(message.getClass()))
        .filter(handler -> handler.concerns(message));
  }

  /** Whether this kind of message may be decided here. */
  public boolean decides(Class<?> type) {
    return table.containsKey(type);
  }

  private void enter(Class<?> type, Handler<?, ?> handler) {
    if (table.put(type, handler) != null) {
      throw new IllegalStateException(type.getName() + " has two handlers");
    }
  }

  private static Class<?> named(Set<Type> types) {
    return types.stream()
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(type -> type.getRawType() == Handler.class)
        .map(type -> (Class<?>) type.getActualTypeArguments()[0])
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Class<?>> messages(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Handlers::messages)
        : Stream.of(type);
  }
}
