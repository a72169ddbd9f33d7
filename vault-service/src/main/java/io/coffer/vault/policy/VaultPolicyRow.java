package io.coffer.vault.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault and the policy of one type that is applied to it. */
@Entity
@Table(schema = "store", name = "vault_policy")
class VaultPolicyRow {

  @Id UUID id;

  String projectId;

  UUID vaultId;

  UUID policyId;
}
