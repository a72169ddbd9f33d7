package io.coffer.messaging.dispatch;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.Milestones;
import io.coffer.messaging.outbox.OutboxRelay;
import io.coffer.messaging.outbox.OutboxRow;
import io.coffer.messaging.outbox.Outgoing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One unit of work: claim, handle, close, commit, hand over to Kafka.
 *
 * <p>A project that does not stand where this process left it is in doubt: rows of it may lie in
 * the outbox that nobody sends, of a process that died or of a commit whose reply got lost. The
 * unit, which holds the project's row lock and so knows that all before it is decided, has them
 * sent first.
 */
@ApplicationScoped
class Transaction {

  /** What is done between claiming and closing. */
  @FunctionalInterface
  interface Work {
    Uni<Void> in(Unit unit);
  }

  /** What a unit leaves behind. */
  private record Closed(List<OutboxRow> rows, Map<String, Long> seqs, Set<String> inDoubt) {}

  private final String service;
  private final Handlers handlers;
  private final Fold fold;
  private final Inbox inbox;
  private final ProjectPositions positions;
  private final UnitWriter writer;
  private final Early early;
  private final ProjectTurns turns;
  private final OutboxRelay relay;
  private final Milestones milestones;

  Transaction(
      @ConfigProperty(name = "quarkus.application.name") String service,
      Handlers handlers,
      Fold fold,
      Inbox inbox,
      ProjectPositions positions,
      UnitWriter writer,
      Early early,
      ProjectTurns turns,
      OutboxRelay relay,
      Milestones milestones) {
    this.service = service;
    this.handlers = handlers;
    this.fold = fold;
    this.inbox = inbox;
    this.positions = positions;
    this.writer = writer;
    this.early = early;
    this.turns = turns;
    this.relay = relay;
    this.milestones = milestones;
  }

  /**
   * Works for these projects, whose turn it is then, on messages claimed in the same commit. What
   * has begun goes on when the caller ends: a rollback in the middle of a flush would let the rest
   * of the flush happen outside the transaction.
   */
  Uni<Void> run(Collection<String> projects, List<InboxRow> wanted, Work work) {
    Uni<Void> unit =
        turns.inTurn(
            projects,
            () ->
                Panache.withSession(
                    () ->
                        Panache.getSession()
                            .chain(session -> commit(session, wanted, work))
                            .onFailure()
                            .invoke(() -> positions.forget(projects))));
    return Uni.createFrom()
        .emitter(caller -> unit.subscribe().with(caller::complete, caller::fail));
  }

  /** Clients wait for what is handed over, but not for the session to be closed. */
  private Uni<Void> commit(Mutiny.Session session, List<InboxRow> wanted, Work work) {
    return SessionSql.inTransaction(session, () -> inside(session, wanted, work))
        .invoke(
            closed -> {
              milestones.reached(Milestone.COMMITTED);
              relay.handOver(closed.rows(), closed.inDoubt());
              positions.leave(closed.seqs());
            })
        .replaceWithVoid();
  }

  private Uni<Closed> inside(Mutiny.Session session, List<InboxRow> wanted, Work work) {
    return inbox
        .enter(session, wanted)
        .invoke(() -> milestones.reached(Milestone.CLAIMED))
        .chain(entered -> handle(session, entered, work));
  }

  private Uni<Closed> handle(Mutiny.Session session, Entered entered, Work work) {
    Set<String> inDoubt = positions.inDoubt(entered.seqs());
    FoldPositions folded = new FoldPositions(fold, writer, early, session);
    Unit unit = new Unit(service, handlers, fold, folded, entered);
    return work.in(unit)
        .chain(
            () -> {
              List<Outgoing> leaving = unit.leaving();
              return writer
                  .close(session, unit, leaving)
                  .map(positions -> new Closed(rows(positions, leaving), unit.seqs, inDoubt));
            });
  }

  private static List<OutboxRow> rows(List<Long> positions, List<Outgoing> leaving) {
    return IntStream.range(0, leaving.size())
        .mapToObj(i -> new OutboxRow(positions.get(i), leaving.get(i)))
        .toList();
  }
}
