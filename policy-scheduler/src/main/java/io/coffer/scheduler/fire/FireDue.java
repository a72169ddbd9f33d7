package io.coffer.scheduler.fire;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The scheduler tells itself that a policy is due for a vault. Rides no topic.
 *
 * @param moment the first one that nothing was done about
 * @param asked the resources that the inventory was asked of
 * @param found what it said of them
 */
record FireDue(
    UUID policyId, UUID vaultId, Instant moment, List<String> asked, FoundResources found)
    implements Message {}
