package io.coffer.vault.policy;

import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault and the policy of one type that is applied to it. */
@Entity
@Table(schema = "store", name = "vault_policy")
class VaultPolicyRow extends ProjectRow {

  UUID vaultId;

  UUID policyId;
}
