package io.coffer.billing.dbom;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.dbom.InstanceSettings;
import java.time.Instant;
import java.util.UUID;

/**
 * What decisions know of an instance.
 *
 * @param since when it came into this state
 */
record InstanceState(
    UUID id,
    InstanceSettings settings,
    OrderReference order,
    InstanceStatus status,
    Instant since) {}
