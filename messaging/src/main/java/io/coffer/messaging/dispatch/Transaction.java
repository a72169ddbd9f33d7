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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One unit of work: claim, handle, close, commit, hand over to Kafka. A unit that fails may have
 * been committed all the same, when the reply to its COMMIT got lost, and a message that was
 * settled before may have been settled by a process that died. Both leave the project in doubt:
 * rows of it may lie in the outbox that nobody sends. The next unit of the project, which holds its
 * row lock and so knows that all before it is decided, has them sent first.
 */
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
  private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();

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
                () ->
                    Panache.getSession()
                        .chain(session -> commit(session, wanted, work))
                        .onFailure()
                        .invoke(() -> inDoubt.addAll(projects))));
  }

  /** Clients wait for what is handed over, but not for the session to be closed. */
  private Uni<Void> commit(Mutiny.Session session, List<Claim> wanted, Work work) {
    return SessionSql.inTransaction(session, () -> inside(session, wanted, work))
        .invoke(
            rows -> {
              milestones.reached(Milestone.COMMITTED);
              relay.handOver(rows, leaveDoubt(rows));
            })
        .replaceWithVoid();
  }

  private Set<String> leaveDoubt(List<OutboxRow> rows) {
    return rows.stream()
        .map(row -> row.record().project())
        .filter(inDoubt::remove)
        .collect(Collectors.toSet());
  }

  private Uni<List<OutboxRow>> inside(Mutiny.Session session, List<Claim> wanted, Work work) {
    return claims
        .open(session, wanted)
        .invoke(
            claimed -> {
              milestones.reached(Milestone.CLAIMED);
              settledBefore(wanted, claimed).forEach(inDoubt::add);
            })
        .chain(
            claimed -> {
              Unit unit =
                  new Unit(service, new Followed(service.fold(), ledger, session), claimed.seqs());
              return work.in(unit, claimed).chain(() -> close(session, unit));
            });
  }

  private static Stream<String> settledBefore(List<Claim> wanted, Claimed claimed) {
    return wanted.stream()
        .filter(claim -> !claimed.fresh().contains(claim.id()))
        .map(Claim::project);
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
