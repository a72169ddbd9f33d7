package io.coffer.billing.dbom;

import io.coffer.billing.dbom.machine.Finding;
import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * Billing tells itself what it saw of an instance that is on its way. Rides no topic.
 *
 * @param status the state that it was in
 * @param since when it came into this state
 */
record InstanceLooked(UUID instanceId, InstanceStatus status, Instant since, Finding finding)
    implements Message {}
