package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes all policies off a vault that is gone. */
@ApplicationScoped
class WhenVaultDeletedThenRemovePolicies implements Handler<VaultDeleted, List<Association>> {

  private final AssociationStore associations;

  WhenVaultDeletedThenRemovePolicies(AssociationStore associations) {
    this.associations = associations;
  }

  @Override
  public Uni<List<Association>> load(VaultDeleted event, Envelope envelope) {
    return associations.ofVault(envelope.project(), event.vaultId());
  }

  @Override
  public Decision decide(List<Association> present, VaultDeleted event, Envelope envelope) {
    return Decision.accept(
        present.stream()
            .map(one -> new PolicyRemoved(one.policyId(), one.vaultId(), envelope.time()))
            .toList());
  }
}
