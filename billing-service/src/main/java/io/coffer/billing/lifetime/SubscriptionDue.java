package io.coffer.billing.lifetime;

import io.coffer.contracts.Message;
import java.util.UUID;

/**
 * Billing tells itself that something is to be done about a subscription. Rides no topic.
 *
 * @param moves how often the moment for that had been moved when it was seen
 */
record SubscriptionDue(UUID resourceId, int moves) implements Message {}
