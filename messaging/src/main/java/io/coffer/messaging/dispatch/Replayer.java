package io.coffer.messaging.dispatch;

import io.coffer.messaging.envelope.Received;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies recorded events to a store, the way the dispatcher applies new ones, and nothing else: no
 * decisions, no records.
 */
@ApplicationScoped
public class Replayer {

  private final String service;
  private final Handlers handlers;
  private final Fold fold;
  private final UnitWriter writer;
  private final Early early;

  Replayer(
      @ConfigProperty(name = "quarkus.application.name") String service,
      Handlers handlers,
      Fold fold,
      UnitWriter writer,
      Early early) {
    this.service = service;
    this.handlers = handlers;
    this.fold = fold;
    this.writer = writer;
    this.early = early;
  }

  /**
   * Folds events in one transaction, in this order; those folded before are passed over, a gap is a
   * failure.
   */
  public Uni<Void> fold(List<Received> events) {
    return Panache.withTransaction(
        () -> Panache.getSession().chain(session -> fold(session, events)));
  }

  /** Whether folding failed of something that has nothing to do with the events. */
  public boolean mayPass(Throwable failure) {
    return Failures.infrastructure(failure);
  }

  private Uni<Void> fold(Mutiny.Session session, List<Received> events) {
    Unit unit =
        new Unit(
            service,
            handlers,
            fold,
            new FoldPositions(fold, writer, early, session),
            Entered.NOTHING);
    return Sequence.each(events, event -> unit.folded.fold(event, null).replaceWithVoid())
        .chain(() -> writer.close(session, unit, unit.leaving()))
        .replaceWithVoid();
  }
}
