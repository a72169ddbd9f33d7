package io.coffer.scheduler.association;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A vault and the policy of one type that is applied to it. */
@Entity
@Table(schema = "store", name = "association")
class AssociationRow {

  @Id UUID id;

  String projectId;

  UUID vaultId;

  String operationType;

  UUID policyId;

  String destinationVaultId;

  Instant appliedAt;

  static UUID idOf(PolicyApplied event) {
    return DerivedId.of(event.vaultId(), event.operationType());
  }

  void apply(PolicyApplied event) {
    policyId = event.policyId();
    destinationVaultId = event.destinationVaultId();
    appliedAt = event.appliedAt();
  }

  Association association() {
    return new Association(vaultId, policyId, operationType, destinationVaultId);
  }
}
