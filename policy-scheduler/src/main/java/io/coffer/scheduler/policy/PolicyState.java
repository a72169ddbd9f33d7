package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicySettings;
import java.time.Instant;
import java.util.UUID;

/** What decisions know of a policy. */
public record PolicyState(UUID id, PolicySettings settings, Instant createdAt) {}
