package io.coffer.billing.lifetime;

import io.coffer.contracts.billing.OrderLine;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** All services whose resources are bought for a time. */
@Singleton
class SoldServices {

  private final List<SoldService> services;

  SoldServices(@All List<SoldService> services) {
    this.services = services;
  }

  /** The service that a line is of. */
  SoldService of(OrderLine line) {
    return services.stream()
        .filter(service -> service.serviceType().equals(line.serviceType()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody sells " + line.serviceType()));
  }
}
