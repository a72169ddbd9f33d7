package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * Which line of which order something is done for. Billing puts it into the command that fulfils
 * the line, as its field {@code order}; whoever fulfils it gives it back.
 *
 * @param order the order, as messages know it
 * @param line its number, from 0
 * @param domainId whose order it is
 * @param orderId the order, as people know it
 * @param periodType {@code month} or {@code year}; null where nothing is bought for a time
 */
public record OrderReference(
    UUID order,
    int line,
    String domainId,
    String orderId,
    @JsonInclude(JsonInclude.Include.NON_NULL) String productId,
    @JsonInclude(JsonInclude.Include.NON_NULL) String periodType,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer periodNum,
    boolean autoRenew) {}
