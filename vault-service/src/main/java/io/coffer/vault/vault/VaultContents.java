package io.coffer.vault.vault;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A table of things in vaults, which go with their vault. Found as a bean. */
public interface VaultContents {

  Uni<Void> removeOf(UUID vaultId);
}
