package io.coffer.owner.fold;

import io.coffer.contracts.Event;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Which event is applied how. A test of each owner holds it against the sealed interfaces. */
public final class EventTable {

  private final Map<Class<?>, BiFunction<Event, Envelope, Uni<Void>>> rows = new HashMap<>();

  /** Events of this type are applied like this, and nowhere else. */
  public <E extends Event> void on(Class<E> type, BiFunction<E, Envelope, Uni<Void>> apply) {
    if (rows.put(type, (event, envelope) -> apply.apply(type.cast(event), envelope)) != null) {
      throw new IllegalStateException(type.getName() + " is applied twice");
    }
  }

  boolean knows(Class<? extends Event> type) {
    return rows.containsKey(type);
  }

  Uni<Void> apply(Event event, Envelope envelope) {
    BiFunction<Event, Envelope, Uni<Void>> apply = rows.get(event.getClass());
    if (apply == null) {
      throw new IllegalStateException(event.getClass().getName() + " is not applied by anybody");
    }
    return apply.apply(event, envelope);
  }
}
