package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What a server is made of, beside its volumes. */
@JsonNaming(SnakeCaseStrategy.class)
public record Hardware(
    Flavor flavor, String availabilityZone, List<Port> ports, List<FloatingIp> floatingIps) {

  public Hardware {
    ports = ports == null ? List.of() : List.copyOf(ports);
    floatingIps = floatingIps == null ? List.of() : List.copyOf(floatingIps);
  }
}
