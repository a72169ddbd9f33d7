package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.Message;
import java.util.UUID;

/**
 * The scheduler tells itself that a delivery is to be ordered again. Rides no topic.
 *
 * @param revision of the order that is not fulfilled
 */
record DeliveryDue(UUID organizationPolicyId, String projectId, long revision) implements Message {}
