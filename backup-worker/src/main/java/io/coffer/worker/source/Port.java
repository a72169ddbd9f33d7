package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An interface of a server in a network.
 *
 * @param address its fixed one
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Port(
    String id, String networkId, String subnetId, String macAddress, String address) {}
