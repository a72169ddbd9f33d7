package io.coffer.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while messages have waited for more than ten seconds. */
@Readiness
@ApplicationScoped
class HandlingCheck implements HealthCheck {

  private final Retries retries;

  HandlingCheck(Retries retries) {
    this.retries = retries;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("messages are handled")
        .status(retries.areShort())
        .withData("waiting", retries.count())
        .build();
  }
}
