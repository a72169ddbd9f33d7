package io.coffer.owner.fold;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that writes domain tables of a service: each event is applied by one method at most. */
@ApplicationScoped
public class OwnerFold implements Fold {

  private final EventTable table = new EventTable();
  private final Set<Topic> topics;

  public OwnerFold(@All List<NounFold> nouns) {
    nouns.forEach(noun -> noun.enter(table));
    topics =
        Catalogue.entries().stream()
            .filter(entry -> table.types().contains(entry.message()))
            .map(Catalogue.Entry::topic)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    return table.apply(event, envelope);
  }

  @Override
  public Set<Topic> topics() {
    return topics;
  }

  /** The kinds of events that are applied. */
  public Set<Class<? extends Event>> applied() {
    return table.types();
  }
}
