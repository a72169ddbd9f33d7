package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A table of things in vaults, which come and go with their vault. Found as a bean. */
public interface VaultContents {

  /** What a vault has from the beginning; nothing unless the table says otherwise. */
  default Uni<Void> created(VaultCreated event, String project) {
    return Uni.createFrom().voidItem();
  }

  Uni<Void> removeOf(UUID vaultId);
}
