package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.scheduler.association.AssociationStore;
import jakarta.enterprise.context.ApplicationScoped;

/** The policies, and where they are applied, as a fold of their events. */
@ApplicationScoped
class PolicyFold implements NounFold {

  private final PolicyStore policies;
  private final AssociationStore associations;

  PolicyFold(PolicyStore policies, AssociationStore associations) {
    this.policies = policies;
    this.associations = associations;
  }

  @Override
  public void enter(EventTable table) {
    table.on(PolicyCreated.class, (event, envelope) -> policies.created(event, envelope.project()));
    table.on(PolicyUpdated.class, (event, envelope) -> policies.updated(event));
    table.on(
        PolicyDeleted.class,
        (event, envelope) ->
            associations.policyDeleted(event.policyId()).chain(() -> policies.deleted(event)));
    table.on(
        PolicyApplied.class, (event, envelope) -> associations.applied(event, envelope.project()));
    table.on(PolicyRemoved.class, (event, envelope) -> associations.removed(event));
  }
}
