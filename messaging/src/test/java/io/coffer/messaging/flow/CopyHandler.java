package io.coffer.messaging.flow;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Decides an event of another service on the copy that it was folded into: remembers how many there
 * are. A snapshot of that name is poison.
 */
@ApplicationScoped
class CopyHandler implements Handler<TaskSucceeded, Long> {

  @Override
  public Uni<Long> load(TaskSucceeded event, Envelope envelope) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select count(r) from RememberedRow r"
                            + " where r.project = :project and r.name = 'copy'",
                        Long.class)
                    .setParameter("project", envelope.project())
                    .getSingleResult());
  }

  @Override
  public Decision decide(Long copies, TaskSucceeded event, Envelope envelope) {
    if ("poison".equals(event.snapshotId())) {
      throw new IllegalStateException("this one always fails");
    }
    return Decision.accept(created(copies + " copies", envelope));
  }

  @Override
  public Decision abandon(TaskSucceeded event, Envelope envelope) {
    return Decision.accept(created("given up", envelope));
  }

  private static VaultCreated created(String name, Envelope envelope) {
    return new VaultCreated(
        DerivedId.of(envelope.id(), name),
        RawWire.named(name).settings(),
        List.of(),
        envelope.caller(),
        envelope.time(),
        null);
  }
}
