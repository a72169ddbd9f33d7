package io.coffer.scheduler.fire;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.backup.FullIntervalStore;
import io.coffer.scheduler.binding.BindingStore;
import io.coffer.scheduler.calendar.NextFireStore;
import io.coffer.scheduler.policy.PolicyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Carries out what is due. */
@ApplicationScoped
class FireDueHandler implements Handler<FireDue, Fires.State> {

  private final NextFireStore next;
  private final PolicyStore policies;
  private final AssociationStore associations;
  private final BindingStore bindings;
  private final FullIntervalStore intervals;
  private final Duration grace;

  FireDueHandler(
      NextFireStore next,
      PolicyStore policies,
      AssociationStore associations,
      BindingStore bindings,
      FullIntervalStore intervals,
      FireSettings settings) {
    this.next = next;
    this.policies = policies;
    this.associations = associations;
    this.bindings = bindings;
    this.intervals = intervals;
    this.grace = settings.grace();
  }

  @Override
  public Uni<Fires.State> load(FireDue due, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(next.of(project, due.policyId(), due.vaultId(), due.moment()))
        .then(first -> policies.state(project, due.policyId()))
        .then((first, policy) -> applied(project, due))
        .then((first, policy, applied) -> bindings.inVault(project, due.vaultId()))
        .then((first, policy, applied, bound) -> intervals.inVault(project, due.vaultId()))
        .as(Fires.State::new);
  }

  @Override
  public Decision decide(Fires.State state, FireDue due, Envelope envelope) {
    return Fires.decide(state, due, envelope.time(), grace);
  }

  /** Somebody else did something about it, or its policy left before its moment came. */
  @Override
  public Decision absent(FireDue due) {
    return Decision.nothing();
  }

  private Uni<Boolean> applied(String project, FireDue due) {
    return associations
        .ofVault(project, due.vaultId())
        .map(present -> present.stream().anyMatch(one -> one.policyId().equals(due.policyId())));
  }
}
