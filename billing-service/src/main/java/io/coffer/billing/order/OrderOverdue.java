package io.coffer.billing.order;

import io.coffer.contracts.Message;
import java.util.UUID;

/** Billing tells itself that nobody paid an order in time. Rides no topic. */
record OrderOverdue(UUID id) implements Message {}
