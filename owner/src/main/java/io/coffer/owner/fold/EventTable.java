package io.coffer.owner.fold;

import io.coffer.contracts.Event;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which event is applied how; whatever else happens changes no table. */
public final class EventTable {

  private final Map<Class<? extends Event>, BiFunction<Event, Envelope, Uni<Void>>> rows =
      new HashMap<>();

  /** Events of this type are applied like this, and nowhere else. */
  public <E extends Event> void on(Class<E> type, BiFunction<E, Envelope, Uni<Void>> apply) {
    if (rows.put(type, (event, envelope) -> apply.apply(type.cast(event), envelope)) != null) {
      throw new IllegalStateException(type.getName() + " is applied twice");
    }
  }

  /** Events of this type are applied like this to what their project, or domain, has. */
  public <E extends Event> void inProject(Class<E> type, BiFunction<E, String, Uni<Void>> apply) {
    on(type, (event, envelope) -> apply.apply(event, envelope.project()));
  }

  /** Events of these types are for others to act on: no table of this service changes by them. */
  @SafeVarargs
  public final void keepNothingOf(Class<? extends Event>... types) {
    for (Class<? extends Event> type : types) {
      on(type, (event, envelope) -> Uni.createFrom().voidItem());
    }
  }

  Set<Class<? extends Event>> types() {
    return rows.keySet();
  }

  Uni<Void> apply(Event event, Envelope envelope) {
    BiFunction<Event, Envelope, Uni<Void>> apply = rows.get(event.getClass());
    return apply == null ? Uni.createFrom().voidItem() : apply.apply(event, envelope);
  }
}
