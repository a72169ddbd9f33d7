package io.coffer.billing.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the statement of an account.
 *
 * @param kind why its amount changed, in one word
 * @param reference what for; null for nothing in particular
 * @param after what it had then
 */
public record Entry(
    UUID id,
    String kind,
    String reference,
    Instant at,
    BigDecimal change,
    BigDecimal after,
    String currency) {}
