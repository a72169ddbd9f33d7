package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an order is a part of, beside others of its domain.
 *
 * @param id by which all of them know what they are parts of, such as the id of an order of servers
 * @param orders how many of them there may be; null for any number
 */
public record CombinedOrder(String id, @JsonInclude(JsonInclude.Include.NON_NULL) Integer orders) {}
