package io.coffer.messaging.dispatch;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.messaging.outbox.MessageTooLargeException;
import io.coffer.messaging.outcome.OutcomeRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Handles what a poll brought: the records of each partition in one transaction, or several where
 * many are decided, and one by one if that fails. What it returns completes when every record is
 * handled, refused or dead-lettered; while the database is away it waits and gives nothing up.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final UUID PLACES = new UUID(0, 0);

  /** One event may order thousands of deletions, and all that a transaction orders is in memory. */
  private static final int MOST_DECIDED = 64;

  private final String service;
  private final Handlers handlers;
  private final Transaction transaction;
  private final Early early;
  private final Retries retries;

  Dispatcher(
      @ConfigProperty(name = "quarkus.application.name") String service,
      Handlers handlers,
      Transaction transaction,
      Early early,
      Retries retries) {
    this.service = service;
    this.handlers = handlers;
    this.transaction = transaction;
    this.early = early;
    this.retries = retries;
  }

  /**
   * Handles a poll. Call it from a channel, and acknowledge the channel's message with what it
   * returns.
   */
  public Uni<Void> dispatch(ConsumerRecords<String, byte[]> polled) {
    List<List<Incoming>> units =
        polled.partitions().stream()
            .map(partition -> polled.records(partition).stream().map(Incoming::of).toList())
            .toList();
    return Sequence.each(units, unit -> retries.ofAnything(() -> dispatch(unit)));
  }

  /**
   * Handles a message that the service gives itself, such as the end of a job. It rides no topic,
   * is claimed by its id like any other, and its effects commit with it. A failure that is not the
   * world's comes back to the caller.
   */
  public Uni<Void> dispatchLocal(Received received) {
    return commit(List.of(new InboxMessage(received, null)));
  }

  /**
   * Sets a record aside that is read past the dispatcher and cannot be read, or used: to the dead
   * letters, once, however often it comes.
   */
  public Uni<Void> setAside(Incoming incoming, String reason) {
    return retries.ofAnything(() -> bury(incoming, reason));
  }

  /** In order: what shares a transaction, and behind it what cannot be read. */
  private Uni<Void> dispatch(List<Incoming> records) {
    return Sequence.each(
        parts(records),
        part ->
            handle(part.messages())
                .chain(() -> Sequence.each(part.dead().stream().toList(), dead -> setAside(dead))));
  }

  /** An unreadable record ends a part, and so does the last message that one may decide. */
  private List<Part> parts(List<Incoming> records) {
    List<Part> parts = new ArrayList<>();
    List<InboxMessage> messages = new ArrayList<>();
    int decided = 0;
    for (Incoming incoming : records) {
      Optional<UnreadableRecord> dead = Optional.empty();
      try {
        InboxMessage message = new InboxMessage(Received.read(incoming), incoming);
        messages.add(message);
        decided += mayBeDecided(message) ? 1 : 0;
      } catch (UnreadableException e) {
        dead = Optional.of(new UnreadableRecord(incoming, e));
      }
      if (dead.isPresent() || decided == MOST_DECIDED) {
        parts.add(new Part(messages, dead));
        messages = new ArrayList<>();
        decided = 0;
      }
    }
    parts.add(new Part(messages, Optional.empty()));
    return parts;
  }

  /** What fails to say so fails again where it stands alone, and is set aside there. */
  private boolean mayBeDecided(InboxMessage message) {
    try {
      return isDecided(message);
    } catch (RuntimeException failure) {
      return true;
    }
  }

  private Uni<Void> handle(List<InboxMessage> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return commit(messages)
        .onFailure()
        .recoverWithUni(
            failure ->
                messages.size() > 1
                    ? Sequence.each(messages, message -> handle(List.of(message)))
                    : suspect(messages.get(0), failure));
  }

  private Uni<Void> commit(List<InboxMessage> messages) {
    List<String> projects = messages.stream().map(InboxMessage::project).toList();
    Map<FoldPositions.Key, Long> awaited = new LinkedHashMap<>();
    return retries
        .ofOutages(
            () ->
                transaction.run(
                    projects,
                    rows(messages),
                    unit ->
                        Sequence.each(messages, unit::handle)
                            .invoke(() -> awaited.putAll(unit.folded.awaitedSeqs()))))
        .chain(() -> Sequence.each(List.copyOf(awaited.entrySet()), this::handleEarly));
  }

  /** The event that has waited for the one with this number; alone, as it may be to blame. */
  private Uni<Void> handleEarly(Map.Entry<FoldPositions.Key, Long> folded) {
    return retries
        .ofOutages(() -> early.at(folded.getKey(), folded.getValue() + 1))
        .chain(found -> Sequence.each(found, event -> dispatch(List.of(event))));
  }

  /**
   * What a unit enters into the inbox: what is decided here, for an event that is only folded is
   * known by its number. A poll may bring one message twice, and a statement may not touch one row
   * twice.
   */
  private List<InboxRow> rows(List<InboxMessage> messages) {
    Map<UUID, InboxRow> rows = new LinkedHashMap<>();
    messages.stream()
        .filter(this::isDecided)
        .forEach(message -> rows.putIfAbsent(message.id(), message.row()));
    return List.copyOf(rows.values());
  }

  private boolean isDecided(InboxMessage message) {
    return handlers.find(message.received().message()).isPresent();
  }

  /** A message that failed alone while the database was up. */
  private Uni<Void> suspect(InboxMessage message, Throwable failure) {
    if (failure instanceof MessageTooLargeException && Unit.answered(message.received())) {
      return refuse(message, failure.getMessage());
    }
    if (failure instanceof UnreadableException) {
      return bury(message.incoming(), failure.getMessage());
    }
    return commit(List.of(message)).onFailure().recoverWithUni(again -> abandon(message, again));
  }

  private Uni<Void> refuse(InboxMessage message, String why) {
    Decision.Refused refusal =
        Decision.refuse(
            CbrError.INVALID_PARAMETER, "The request asks for too much at once: " + why + ".");
    return retries.ofOutages(
        () ->
            transaction.run(
                List.of(message.project()),
                List.of(message.row()),
                unit ->
                    isFresh(message, unit)
                        ? unit.refuse(message.received(), refusal)
                        : Uni.createFrom().voidItem()));
  }

  private Uni<Void> abandon(InboxMessage message, Throwable failure) {
    Incoming incoming = message.incoming();
    LOG.errorf(
        failure,
        "not processed record=%s project=%s id=%s",
        incoming.place(),
        message.project(),
        message.id());
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    InboxRow place = place(incoming);
    return retries
        .ofOutages(
            () ->
                transaction.run(
                    List.of(message.project()),
                    List.of(message.row(), place),
                    unit -> {
                      if (!isFresh(message, unit)) {
                        return Uni.createFrom().voidItem();
                      }
                      if (unit.fresh.contains(place.id())) {
                        unit.records.add(DeadLetterRecords.of(incoming, reason));
                      }
                      return unit.abandon(message);
                    }))
        .onFailure()
        .recoverWithUni(worse -> bury(incoming, reason));
  }

  /** Whether nobody else settled it meanwhile; else its answer is told again. */
  private static boolean isFresh(InboxMessage message, Unit unit) {
    if (unit.fresh.contains(message.id())) {
      return true;
    }
    unit.repeat(message);
    return false;
  }

  /**
   * Who waits for a message that lacks something is told, where it says at least whom it is for.
   */
  private Uni<Void> setAside(UnreadableRecord dead) {
    return dead.why()
        .incomplete()
        .map(received -> new InboxMessage(received, dead.incoming()))
        .filter(this::isDecided)
        .map(message -> abandon(message, dead.why()))
        .orElseGet(() -> bury(dead.incoming(), dead.why().getMessage()));
  }

  private Uni<Void> bury(Incoming incoming, String reason) {
    LOG.errorf("to the dead letters record=%s: %s", incoming.place(), reason);
    InboxRow place = place(incoming);
    return retries.ofOutages(
        () ->
            transaction.run(
                List.of(place.project()),
                List.of(place),
                unit -> {
                  if (unit.fresh.contains(place.id())) {
                    unit.records.add(DeadLetterRecords.of(incoming, reason));
                    OutcomeRecords.ofUnreadable(incoming, service).ifPresent(unit.records::add);
                  }
                  return Uni.createFrom().voidItem();
                }));
  }

  /** Where a record stood is claimed like a message, so that its dead letter is written once. */
  private static InboxRow place(Incoming incoming) {
    // With its value: a broker that lost power writes other records to places that it has lost.
    String what = incoming.place() + "#" + Arrays.hashCode(incoming.value());
    return new InboxRow(
        DerivedId.of(PLACES, what), DeadLetterRecords.project(incoming), incoming.topic(), "");
  }

  /** What shares a transaction, and what cannot be read behind it. */
  private record Part(List<InboxMessage> messages, Optional<UnreadableRecord> dead) {}

  private record UnreadableRecord(Incoming incoming, UnreadableException why) {}
}
