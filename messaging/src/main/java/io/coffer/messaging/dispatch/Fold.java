package io.coffer.messaging.dispatch;

import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * The only code that writes domain tables, live and in replay. Applying the same events in the
 * order of their {@code seq} gives the same bytes, whatever else happens in between.
 */
public interface Fold {

  /** Applies one event: the service's own, or one of a topic it keeps a read-only copy of. */
  Uni<Void> apply(Event event, Envelope envelope);

  /** The topics whose events the domain tables are made of: what a rebuild reads. */
  Set<Topic> topics();
}
