package io.coffer.messaging.dispatch;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.Milestones;
import io.coffer.messaging.outbox.OutboxRow;
import io.coffer.messaging.outbox.Outgoing;
import io.coffer.messaging.outbox.Relay;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** One unit of work: claim, handle, close, commit, hand over to Kafka. */
@ApplicationScoped
class Transaction {

  /** What is done between claiming and closing. */
  @FunctionalInterface
  interface Work {
    Uni<Void> in(Unit unit, Claimed claimed);
  }

  private final Service service;
  private final Claims claims;
  private final Ledger ledger;
  private final ProjectTurns turns;
  private final Relay relay;
  private final Milestones milestones;

  Transaction(
      Service service,
      Claims claims,
      Ledger ledger,
      ProjectTurns turns,
      Relay relay,
      Milestones milestones) {
    this.service = service;
    this.claims = claims;
    this.ledger = ledger;
    this.turns = turns;
    this.relay = relay;
    this.milestones = milestones;
  }

  /** Works for these projects, whose turn it is then, on messages claimed in the same commit. */
  Uni<Void> run(Collection<String> projects, List<Claim> wanted, Work work) {
    return turns.inTurn(
        projects,
        () ->
            Panache.withSession(
                () -> Panache.getSession().chain(session -> commit(session, wanted, work))));
  }

  /** Clients wait for what is handed over, but not for the session to be closed. */
  private Uni<Void> commit(Mutiny.Session session, List<Claim> wanted, Work work) {
    return SessionSql.inTransaction(session, () -> inside(session, wanted, work))
        .invoke(
            rows -> {
              milestones.reached(Milestone.COMMITTED);
              relay.handOver(rows);
            })
        .replaceWithVoid();
  }

  private Uni<List<OutboxRow>> inside(Mutiny.Session session, List<Claim> wanted, Work work) {
    return claims
        .open(session, wanted)
        .invoke(claimed -> milestones.reached(Milestone.CLAIMED))
        .chain(
            claimed -> {
              Unit unit =
                  new Unit(service, new Followed(service.fold(), ledger, session), claimed.seqs());
              return work.in(unit, claimed).chain(() -> close(session, unit));
            });
  }

  private Uni<List<OutboxRow>> close(Mutiny.Session session, Unit unit) {
    List<Outgoing> leaving = unit.leaving();
    return ledger
        .close(session, unit, leaving)
        .map(
            positions ->
                IntStream.range(0, leaving.size())
                    .mapToObj(i -> new OutboxRow(positions.get(i), leaving.get(i)))
                    .toList());
  }
}
