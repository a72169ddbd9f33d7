package io.coffer.messaging.dispatch;

import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The fold of a service that has no domain tables. */
@DefaultBean
@ApplicationScoped
class NothingFolded implements Fold {

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    return Uni.createFrom().voidItem();
  }

  @Override
  public Set<Topic> topics() {
    return Set.of();
  }
}
