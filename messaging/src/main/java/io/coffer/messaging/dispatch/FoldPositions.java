package io.coffer.messaging.dispatch;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How far each topic and project has been folded, within one transaction: read once, written once.
 * It is what keeps an event from being folded twice, so that events which are only folded need no
 * claim.
 */
final class FoldPositions {

  /** A project on a topic. */
  record Key(String topic, String project) {}

  /** Where an event stands among those of its project: the next one, one of before, too early. */
  enum Turn {
    NEXT,
    PAST,
    EARLY
  }

  /**
   * How far a project is.
   *
   * @param early whether later events of it are here that wait for their turn
   */
  record Place(long seq, boolean early) {}

  /** The newest folded event of each, as far as this transaction has looked. */
  final Map<Key, Long> seqs = new LinkedHashMap<>();

  /** Those that moved on while later events wait. */
  final Set<Key> awaited = new LinkedHashSet<>();

  private final Set<Key> withEarly = new HashSet<>();
  private final Fold fold;
  private final UnitWriter writer;
  private final Early early;
  private final Mutiny.Session session;

  FoldPositions(Fold fold, UnitWriter writer, Early early, Mutiny.Session session) {
    this.fold = fold;
    this.writer = writer;
    this.early = early;
    this.session = session;
  }

  /**
   * Folds the next event of its project, passes over one that was folded before, and has one wait
   * before which another is missing.
   *
   * @param incoming the record it came in; null where it cannot wait, which is then a failure
   */
  Uni<Turn> fold(Received received, Incoming incoming) {
    Event event = (Event) received.message();
    Key key = new Key(Catalogue.of(event).topic().topicName(), received.envelope().project());
    Long newest = seqs.get(key);
    return newest != null
        ? next(key, newest, received, incoming)
        : writer.folded(session, key).chain(place -> next(key, place, received, incoming));
  }

  /** How far those are that moved on while later events wait. */
  Map<Key, Long> awaitedSeqs() {
    Map<Key, Long> moved = new LinkedHashMap<>();
    awaited.forEach(key -> moved.put(key, seqs.get(key)));
    return moved;
  }

  private Uni<Turn> next(Key key, Place place, Received received, Incoming incoming) {
    if (place.early()) {
      withEarly.add(key);
    }
    return next(key, place.seq(), received, incoming);
  }

  private Uni<Turn> next(Key key, long newest, Received received, Incoming incoming) {
    long seq = received.envelope().seq();
    seqs.put(key, seq == newest + 1 ? seq : newest);
    if (seq > newest + 1) {
      if (incoming == null) {
        throw new IllegalStateException(
            key.topic() + " of project " + key.project() + " jumps from " + newest + " to " + seq);
      }
      withEarly.add(key);
      return early.hold(session, key, seq, incoming).replaceWith(Turn.EARLY);
    }
    if (seq <= newest) {
      return Uni.createFrom().item(Turn.PAST);
    }
    if (withEarly.contains(key)) {
      awaited.add(key);
    }
    return fold.apply((Event) received.message(), received.envelope()).replaceWith(Turn.NEXT);
  }
}
