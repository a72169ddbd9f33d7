package io.coffer.vault.resource;

import io.coffer.contracts.vault.ResourceChoices;
import java.util.UUID;

/**
 * A resource in a vault as decisions see it.
 *
 * @param removalId the task that takes it out of the vault; null when it stays
 */
public record ResourceState(
    String id,
    String type,
    String name,
    UUID vaultId,
    ResourceStatus status,
    ResourceChoices choices,
    UUID removalId) {}
