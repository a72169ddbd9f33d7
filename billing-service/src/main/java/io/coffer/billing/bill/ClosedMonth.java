package io.coffer.billing.bill;

import java.time.Instant;

/**
 * How far a month is closed.
 *
 * @param region where the project was in the last hour
 * @param until the end of the last hour
 */
record ClosedMonth(String region, Instant until) {}
