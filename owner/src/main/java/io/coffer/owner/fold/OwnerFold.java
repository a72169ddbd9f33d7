package io.coffer.owner.fold;

import io.coffer.contracts.Event;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All that writes domain tables of a service: each event is applied by exactly one method. */
@ApplicationScoped
public class OwnerFold implements Fold {

  private final EventTable table = new EventTable();

  public OwnerFold(@All List<NounFold> nouns) {
    nouns.forEach(noun -> noun.enter(table));
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    return table.apply(event, envelope);
  }

  /** Whether events of this kind are applied. */
  public boolean knows(Class<? extends Event> type) {
    return table.knows(type);
  }
}
