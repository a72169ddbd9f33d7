package io.coffer.vault.notice;

import io.coffer.contracts.vault.VaultSettings;
import java.util.UUID;

/**
 * What notices are made of: a vault before something happened to it.
 *
 * @param told whether it was told that more is used than its threshold says, and no less since
 */
public record Watched(UUID id, VaultSettings settings, long usedBytes, boolean told) {}
