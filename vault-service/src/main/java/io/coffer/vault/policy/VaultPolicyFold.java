package io.coffer.vault.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The policies of vaults as a fold of their owner's events. */
@ApplicationScoped
class VaultPolicyFold implements NounFold {

  private final VaultPolicyStore policies;

  VaultPolicyFold(VaultPolicyStore policies) {
    this.policies = policies;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(PolicyApplied.class, policies::applied);
    table.on(PolicyRemoved.class, (event, envelope) -> policies.removed(event));
    table.on(PolicyDeleted.class, (event, envelope) -> policies.policyDeleted(event.policyId()));
  }
}
