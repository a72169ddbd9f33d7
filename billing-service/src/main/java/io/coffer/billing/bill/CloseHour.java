package io.coffer.billing.bill;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * The service tells itself that an hour of a project is over. Rides no topic.
 *
 * @param hourId made of project and hour
 * @param region where the project is, for its prices
 * @param domainId who pays; null where nobody is known
 */
record CloseHour(UUID hourId, Instant hour, String region, String domainId) implements Message {}
