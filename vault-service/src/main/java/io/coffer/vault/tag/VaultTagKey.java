package io.coffer.vault.tag;

import java.io.Serializable;
import java.util.UUID;

/** A key that a vault has once at most. */
record VaultTagKey(UUID vaultId, String tagKey) implements Serializable {}
