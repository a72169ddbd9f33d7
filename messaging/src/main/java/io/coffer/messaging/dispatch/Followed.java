package io.coffer.messaging.dispatch;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How far each topic and project has been folded, within one transaction: read once, written once.
 * It is what keeps an event from being folded twice, so that events which are only folded need no
 * claim.
 */
final class Followed {

  /** A project on a topic. */
  record Key(String topic, String project) {}

  /** The newest folded event of each, as far as this transaction has looked. */
  final Map<Key, Long> seqs = new LinkedHashMap<>();

  private final Fold fold;
  private final Ledger ledger;
  private final Mutiny.Session session;

  Followed(Fold fold, Ledger ledger, Mutiny.Session session) {
    this.fold = fold;
    this.ledger = ledger;
    this.session = session;
  }

  /**
   * Folds the next event of its project, passes over one that was folded before, and fails when one
   * is missing between.
   */
  Uni<Void> fold(Received received) {
    Event event = (Event) received.message();
    Envelope envelope = received.envelope();
    Key key = new Key(Catalogue.of(event).topic().topicName(), envelope.project());
    Long newest = seqs.get(key);
    return newest != null
        ? next(key, newest, event, envelope)
        : ledger.followed(session, key).chain(seq -> next(key, seq, event, envelope));
  }

  private Uni<Void> next(Key key, long newest, Event event, Envelope envelope) {
    long seq = envelope.seq();
    if (seq > newest + 1) {
      throw new IllegalStateException(
          key.topic() + " of project " + key.project() + " jumps from " + newest + " to " + seq);
    }
    seqs.put(key, Math.max(newest, seq));
    return seq == newest + 1 ? fold.apply(event, envelope) : Uni.createFrom().voidItem();
  }
}
