package io.coffer.vault.policy;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.owner.store.Many;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which policies are applied to which vaults, as their owner tells. */
@ApplicationScoped
class VaultPolicyStore implements ProjectStore<VaultPolicyRow> {

  /** A vault has one policy of a type: the id is made of both. */
  Uni<Void> applied(PolicyApplied event, String project) {
    UUID id = DerivedId.of(event.vaultId(), event.operationType());
    return of(project, id)
        .chain(
            row -> {
              if (row != null) {
                row.policyId = event.policyId();
                return Uni.createFrom().item(row);
              }
              VaultPolicyRow made = new VaultPolicyRow();
              made.id = id;
              made.projectId = project;
              made.vaultId = event.vaultId();
              made.policyId = event.policyId();
              return persist(made);
            })
        .replaceWithVoid();
  }

  Uni<Void> removed(PolicyRemoved event) {
    return Many.remove(this, "vaultId = ?1 and policyId = ?2", event.vaultId(), event.policyId());
  }

  Uni<Void> policyDeleted(UUID policyId) {
    return Many.remove(this, "policyId", policyId);
  }
}
