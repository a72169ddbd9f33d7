package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A public address that leads to an interface. */
@JsonNaming(SnakeCaseStrategy.class)
public record FloatingIp(String id, String address, String portId) {}
