package io.coffer.scheduler.association;

import java.util.UUID;

/**
 * A policy that is applied to a vault.
 *
 * @param destinationVaultId where copies go; null for none
 */
public record Association(
    UUID vaultId, UUID policyId, String operationType, String destinationVaultId) {}
