package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.contracts.policy.PolicyEvent.PolicyWithdrawn;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.scheduler.association.AssociationStore;
import io.coffer.scheduler.calendar.NextFireStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The policies, and where they are applied, as a fold of their events. */
@ApplicationScoped
class PolicyFold implements NounFold {

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final NextFireStore next;
  private final DeliveredPolicyStore delivered;

  PolicyFold(
      PolicyStore policies,
      AssociationStore associations,
      NextFireStore next,
      DeliveredPolicyStore delivered) {
    this.policies = policies;
    this.associations = associations;
    this.delivered = delivered;
    this.next = next;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(PolicyCreated.class, policies::created);
    table.on(PolicyUpdated.class, this::updated);
    table.on(PolicyDeleted.class, this::deleted);
    table.on(PolicyApplied.class, this::applied);
    table.on(PolicyRemoved.class, (event, envelope) -> removed(event));
    table.on(PolicyDelivered.class, this::delivered);
    table.inProject(PolicyWithdrawn.class, delivered::withdrawn);
  }

  private Uni<Void> delivered(PolicyDelivered event, Envelope envelope) {
    return policies.delivered(event).chain(() -> delivered.delivered(event, envelope.project()));
  }

  private Uni<Void> updated(PolicyUpdated event, Envelope envelope) {
    UUID id = event.policyId();
    return policies
        .updated(event, envelope.project())
        .chain(() -> policies.state(envelope.project(), id))
        .chain(
            policy ->
                policy.fires()
                    ? associations
                        .vaultsOf(envelope.project(), id)
                        .chain(vaults -> begin(policy, vaults, event.updatedAt(), envelope))
                    : next.end(id, event.updatedAt()));
  }

  private Uni<Void> deleted(PolicyDeleted event, Envelope envelope) {
    return associations
        .policyDeleted(event.policyId())
        .chain(() -> policies.deleted(event, envelope.project()))
        .chain(() -> next.end(event.policyId(), event.deletedAt()));
  }

  private Uni<Void> applied(PolicyApplied event, Envelope envelope) {
    return associations
        .applied(event, envelope.project())
        .chain(() -> policies.state(envelope.project(), event.policyId()))
        .chain(
            policy -> {
              if (policy.fires()) {
                return begin(policy, List.of(event.vaultId()), event.appliedAt(), envelope);
              }
              return policy.makesBackups()
                  ? next.endOfVault(event.vaultId(), event.appliedAt())
                  : Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> removed(PolicyRemoved event) {
    return associations
        .removed(event)
        .chain(() -> next.end(event.policyId(), event.vaultId(), event.removedAt()));
  }

  private Uni<Void> begin(PolicyState policy, List<UUID> vaults, Instant from, Envelope envelope) {
    return next.begin(envelope.project(), policy.id(), vaults, policy.timetable(), from);
  }
}
