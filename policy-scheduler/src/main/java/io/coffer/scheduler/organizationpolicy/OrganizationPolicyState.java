package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicySettings;
import java.time.Instant;
import java.util.UUID;

/**
 * What decisions know of an organizational policy.
 *
 * @param revision of the newest order that was given about it; 0 before the first
 */
record OrganizationPolicyState(
    UUID id, OrganizationPolicySettings settings, long revision, Instant createdAt) {}
