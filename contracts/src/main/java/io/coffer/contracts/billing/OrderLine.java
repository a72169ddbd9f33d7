package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * One thing that is ordered.
 *
 * @param resourceId what is bought, also before it exists
 * @param projectId where it is
 * @param serviceType of which service, such as {@code hws.service.type.cbr}
 * @param size how much of it, in units of its product
 * @param periodType {@code month} or {@code year}; null where nothing is bought for a time
 * @param price what it costs, negative for what is paid back; null for what the price book says
 * @param provision what is asked for once it is paid
 */
public record OrderLine(
    UUID resourceId,
    String projectId,
    String region,
    String serviceType,
    String resourceType,
    String resourceName,
    String specCode,
    int size,
    @JsonInclude(JsonInclude.Include.NON_NULL) String periodType,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer periodNum,
    boolean autoRenew,
    @JsonInclude(JsonInclude.Include.NON_NULL) Amount price,
    Provision provision) {}
