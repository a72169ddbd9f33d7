package io.coffer.billing.bill;

import io.coffer.contracts.Message;
import io.coffer.contracts.billing.HourPart;
import java.time.Instant;
import java.util.UUID;

/**
 * The service tells itself that an hour of a project is over, and which part of it is to be closed.
 * Rides no topic.
 *
 * @param hourId made of project and hour
 * @param region where the project is, for its prices
 * @param domainId who pays; null where nobody is known
 */
record CloseHour(UUID hourId, Instant hour, String region, String domainId, HourPart part)
    implements Message {}
