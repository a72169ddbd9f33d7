package io.coffer.vault.tag;

import io.coffer.contracts.vault.Tag;
import io.coffer.vault.vault.VaultState;
import java.util.List;

/** What decisions about tags know of a vault. */
record TaggedVault(VaultState vault, List<Tag> tags) {}
