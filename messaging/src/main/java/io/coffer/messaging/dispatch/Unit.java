package io.coffer.messaging.dispatch;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Command;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Message;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.messaging.outbox.Outgoing;
import io.coffer.messaging.outcome.OutcomeRecords;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What one transaction makes of its messages: events applied, answers, records for the outbox.
 * Lives as long as the transaction.
 */
final class Unit {

  private static final Logger LOG = Logger.getLogger(Unit.class);

  /** The newest event of each project so far. */
  final Map<String, Long> seqs;

  /** How commands are answered, to be kept; not of those given up on, which are decided anew. */
  final Map<UUID, Answer> answers = new LinkedHashMap<>();

  /** Messages given up on, which may be handed in again. */
  final Set<UUID> abandoned = new HashSet<>();

  /** What happened, is ordered or is given up on, in order. */
  final List<Outgoing> records = new ArrayList<>();

  private final List<Outgoing> outcomes = new ArrayList<>();

  /** How far other topics are folded. */
  final Followed followed;

  private final Map<UUID, Integer> effects = new HashMap<>();
  private final Service service;
  private final Handlers handlers;
  private final Fold fold;

  Unit(Service service, Handlers handlers, Fold fold, Followed followed, Map<String, Long> seqs) {
    this.service = service;
    this.handlers = handlers;
    this.fold = fold;
    this.followed = followed;
    this.seqs = seqs;
  }

  /** What leaves for Kafka, in order: outcomes first, because callers wait for them. */
  List<Outgoing> leaving() {
    return Stream.concat(outcomes.stream(), records.stream()).toList();
  }

  /** A message that nobody handled before. */
  Uni<Void> handle(Claimable message) {
    Received received = message.received();
    Optional<Handler<Message, Object>> handler = handlers.find(received.message());
    return handler.isPresent() ? decide(handler.get(), received) : fold(message);
  }

  /** A command that was handled before: it is told the same again, for whoever waits now. */
  void repeat(Claimable repeated, Claimed.Known known) {
    if (known == null || !answered(repeated.received())) {
      return;
    }
    Answer answer =
        known.sha256().equals(repeated.sha256())
            ? known.answer()
            : Answer.error(
                CbrError.INVALID_PARAMETER, "X-Client-Token was used for another request before.");
    outcomes.add(OutcomeRecords.of(repeated.received().envelope(), service.name(), answer));
  }

  /** A message whose decision keeps failing: the outcome that its handler has for this case. */
  Uni<Void> abandon(Received received) {
    abandoned.add(received.envelope().id());
    Optional<Handler<Message, Object>> handler = handlers.find(received.message());
    return handler.isEmpty()
        ? Uni.createFrom().voidItem()
        : settle(
            handler.get(),
            received,
            handler.get().abandon(received.message(), received.envelope()));
  }

  /** A command that is refused without asking its handler. */
  Uni<Void> refuse(Received received, Decision.Refused refusal) {
    if (answered(received)) {
      answer(received.envelope(), Answer.error(refusal.error(), refusal.message()));
    } else {
      LOG.warnf(
          "%s %s is refused: %s %s",
          received.envelope().type(),
          received.envelope().id(),
          refusal.error().code(),
          refusal.message());
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> decide(Handler<Message, Object> handler, Received received) {
    Message message = received.message();
    Envelope envelope = received.envelope();
    return handler
        .load(message, envelope)
        .chain(
            state ->
                settle(
                    handler,
                    received,
                    state == null
                        ? handler.absent(message)
                        : handler.decide(state, message, envelope)));
  }

  private Uni<Void> settle(Handler<Message, Object> handler, Received received, Decision decision) {
    if (decision instanceof Decision.Refused refusal) {
      return refuse(received, refusal);
    }
    Decision.Accepted accepted = (Decision.Accepted) decision;
    return Sequence.each(accepted.events(), event -> apply(event, received.envelope()))
        .chain(
            () -> {
              accepted.commands().forEach(command -> order(command, received.envelope()));
              return tell(handler, received);
            });
  }

  private Uni<Void> apply(Event event, Envelope cause) {
    long seq = seqs.merge(cause.project(), 1L, Long::sum);
    Envelope envelope = effect(event, cause, seq);
    records.add(Outgoing.of(event, envelope));
    return fold.apply(event, envelope);
  }

  private void order(Command command, Envelope cause) {
    records.add(Outgoing.of(command, effect(command, cause, 0)));
  }

  private Envelope effect(Message message, Envelope cause, long seq) {
    Catalogue.Entry entry = Catalogue.of(message);
    int ordinal = effects.merge(cause.id(), 1, Integer::sum);
    return cause.effect(
        DerivedId.message(cause.id(), entry.topic().topicName(), ordinal),
        entry.type(),
        service.name(),
        null,
        seq);
  }

  private Uni<Void> tell(Handler<Message, Object> handler, Received received) {
    if (!answered(received)) {
      return Uni.createFrom().voidItem();
    }
    return handler
        .answer(received.message(), received.envelope())
        .invoke(answer -> answer(received.envelope(), answer))
        .replaceWithVoid();
  }

  private void answer(Envelope command, Answer answer) {
    if (!abandoned.contains(command.id())) {
      answers.put(command.id(), answer);
    }
    outcomes.add(OutcomeRecords.of(command, service.name(), answer));
  }

  private Uni<Void> fold(Claimable message) {
    Received received = message.received();
    if (received.message() instanceof Command) {
      throw new UnreadableException("nobody here handles " + received.envelope().type());
    }
    return received.message() instanceof Event event
            && fold.topics().contains(Catalogue.of(event).topic())
        ? followed.fold(received, message.incoming())
        : Uni.createFrom().voidItem();
  }

  static boolean answered(Received received) {
    return received.message() instanceof Command && OutcomeRecords.expected(received.envelope());
  }
}
