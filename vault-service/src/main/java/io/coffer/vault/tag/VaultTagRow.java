package io.coffer.vault.tag;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** One tag of a vault, as lists are filtered by it. */
@Entity
@IdClass(VaultTagKey.class)
@Table(schema = "store", name = "vault_tag")
class VaultTagRow {

  @Id UUID vaultId;

  @Id String tagKey;

  String projectId;

  String tagValue;
}
