package io.coffer.messaging.dispatch;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Command;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Message;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.FoldPositions.Turn;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Landmarks;
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

  /** Messages that nobody settled, this unit included. */
  final Set<UUID> fresh;

  /** How commands are answered, to be kept; not of those given up on, which are decided anew. */
  final Map<UUID, Answer> answers = new LinkedHashMap<>();

  /** Messages that are not settled by this: given up on, or early. They may come again. */
  final Set<UUID> unsettled = new HashSet<>();

  /** What happened, is ordered or is given up on, in order. */
  final List<Outgoing> records = new ArrayList<>();

  private final List<Outgoing> outcomes = new ArrayList<>();

  /** How far other topics are folded. */
  final FoldPositions folded;

  private final Set<UUID> again;
  private final Map<UUID, Entered.Known> known;
  private final Map<UUID, Integer> effects = new HashMap<>();

  /** The name of the process that this is a unit of. */
  private final String service;

  private final Handlers handlers;
  private final Fold fold;

  Unit(String service, Handlers handlers, Fold fold, FoldPositions folded, Entered entered) {
    this.service = service;
    this.handlers = handlers;
    this.fold = fold;
    this.folded = folded;
    this.seqs = new HashMap<>(entered.seqs());
    this.fresh = new HashSet<>(entered.fresh());
    this.again = entered.again();
    this.known = entered.known();
  }

  /** What leaves for Kafka, in order: outcomes first, because callers wait for them. */
  List<Outgoing> leaving() {
    return Stream.concat(outcomes.stream(), records.stream()).toList();
  }

  /**
   * Folds what is to be folded here and decides what is to be decided, once. An event of another
   * service may be both: then it is decided on what it was folded into, when its turn has come. One
   * that was folded before was decided then, however long ago: the inbox need not remember it.
   */
  Uni<Void> handle(InboxMessage message) {
    Optional<Handler<Message, Object>> handler = handlers.find(message.received().message());
    if (handler.isEmpty()) {
      return fold(message).replaceWithVoid();
    }
    if (!fresh.remove(message.id())) {
      repeat(message);
      return Uni.createFrom().voidItem();
    }
    return message.received().message() instanceof Command
        ? decide(handler.get(), message.received())
        : fold(message)
            .chain(
                turn ->
                    turn ? decide(handler.get(), message.received()) : Uni.createFrom().voidItem());
  }

  /** A command that was handled before: it is told the same again, for whoever waits now. */
  void repeat(InboxMessage repeated) {
    Entered.Known before = known.get(repeated.id());
    if (before == null || !answered(repeated.received())) {
      return;
    }
    Answer answer =
        before.sha256().equals(repeated.sha256())
            ? before.answer()
            : Answer.error(
                CbrError.INVALID_PARAMETER, "X-Client-Token was used for another request before.");
    outcomes.add(OutcomeRecords.of(repeated.received().envelope(), service, answer));
  }

  /** A message whose decision keeps failing: the outcome that its handler has for this case. */
  Uni<Void> abandon(InboxMessage message) {
    Received received = message.received();
    unsettled.add(message.id());
    Optional<Handler<Message, Object>> handler = handlers.find(received.message());
    if (handler.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Decision decision = told(handler.get().abandon(received.message(), received.envelope()));
    Uni<Boolean> turn =
        received.message() instanceof Command ? Uni.createFrom().item(true) : fold(message);
    return turn.chain(
        come -> come ? settle(handler.get(), received, decision) : Uni.createFrom().voidItem());
  }

  /** A message that lacks what it is about has facts that lack it too: it is only refused. */
  private static Decision told(Decision decision) {
    return flaw(decision).isPresent() ? Decision.refuse(CbrError.UNKNOWN_ERROR, null) : decision;
  }

  /**
   * A fact or an order without what it is about is a bug of its decision. Nobody could read it, and
   * what is folded from such facts would end there.
   */
  private static Decision whole(Decision decision) {
    flaw(decision)
        .ifPresent(
            flaw -> {
              throw new IllegalStateException("the decision makes " + flaw);
            });
    return decision;
  }

  private static Optional<String> flaw(Decision decision) {
    return decision instanceof Decision.Accepted accepted
        ? Stream.concat(accepted.events().stream(), accepted.commands().stream())
            .flatMap(made -> Landmarks.missing(made).map(name -> flaw(made, name)).stream())
            .findFirst()
        : Optional.empty();
  }

  private static String flaw(Message made, String name) {
    return "a " + made.getClass().getSimpleName() + " that has no " + name;
  }

  /** A command that is refused without asking its handler. */
  Uni<Void> refuse(Received received, Decision.Refused refusal) {
    if (answered(received)) {
      answer(received.envelope(), Answer.error(refusal.error(), refusal.message()));
    } else {
      LOG.warnf(
          "refused type=%s id=%s project=%s code=%s: %s",
          received.envelope().type(),
          received.envelope().id(),
          received.envelope().project(),
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
                    whole(
                        state == null
                            ? handler.absent(message)
                            : handler.decide(state, message, envelope))));
  }

  private Uni<Void> settle(Handler<Message, Object> handler, Received received, Decision decision) {
    if (decision instanceof Decision.Refused refusal) {
      return refuse(received, refusal);
    }
    Decision.Accepted accepted = (Decision.Accepted) decision;
    return Sequence.each(accepted.events(), event -> apply(event, received.envelope()))
        .chain(
            () -> {
              accepted.orders().forEach(order -> order(order, received.envelope()));
              return tell(handler, received);
            });
  }

  private Uni<Void> apply(Event event, Envelope cause) {
    long seq = seqs.merge(cause.project(), 1L, Long::sum);
    Envelope envelope = effect(event, cause.project(), cause, seq, null);
    records.add(Outgoing.of(event, envelope));
    return fold.apply(event, envelope);
  }

  private void order(Decision.Order order, Envelope cause) {
    String target = order.project() == null ? cause.project() : order.project();
    Envelope envelope = effect(order.command(), target, cause, 0, order.id());
    records.add(Outgoing.of(order.command(), envelope).madeBy(cause.project()));
  }

  private Envelope effect(Message message, String project, Envelope cause, long seq, UUID id) {
    Catalogue.Entry entry = Catalogue.of(message);
    int ordinal = effects.merge(cause.id(), 1, Integer::sum);
    return cause.effect(
        project,
        id == null ? DerivedId.message(cause.id(), entry.topic().topicName(), ordinal) : id,
        entry.type(),
        service,
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
    if (!unsettled.contains(command.id())) {
      answers.put(command.id(), answer);
    }
    outcomes.add(OutcomeRecords.of(command, service, answer));
  }

  /**
   * Folds an event of another service, where it is folded here; false when there is nothing to
   * decide, because it has to wait or was settled before.
   */
  private Uni<Boolean> fold(InboxMessage message) {
    Received received = message.received();
    if (received.message() instanceof Command) {
      throw new UnreadableException("nobody here handles " + received.envelope().type());
    }
    return received.message() instanceof Event event
            && fold.topics().contains(Catalogue.of(event).topic())
        ? folded
            .fold(received, message.incoming())
            .map(
                turn -> {
                  if (turn == Turn.EARLY) {
                    unsettled.add(message.id());
                  }
                  return turn == Turn.NEXT || turn == Turn.PAST && again.contains(message.id());
                })
        : Uni.createFrom().item(true);
  }

  static boolean answered(Received received) {
    return received.message() instanceof Command && OutcomeRecords.expected(received.envelope());
  }
}
