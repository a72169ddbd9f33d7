package io.coffer.billing.dunning;

import io.coffer.contracts.Message;
import java.time.Instant;

/**
 * Billing tells itself that something is to be done about what a domain owes. Rides no topic.
 *
 * @param dueAt since when, as it was seen
 */
record ArrearsDue(Instant dueAt) implements Message {}
