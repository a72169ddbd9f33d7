package io.coffer.gateway.submit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a command can be sent and its outcome cannot be missed. */
@Readiness
@ApplicationScoped
class SubmitReadiness implements HealthCheck {

  private final CommandProducer producer;
  private final OutcomesConsumer outcomes;

  SubmitReadiness(CommandProducer producer, OutcomesConsumer outcomes) {
    this.producer = producer;
    this.outcomes = outcomes;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("commands and outcomes")
        .status(producer.isReady() && outcomes.isPositioned() && outcomes.isHeard())
        .build();
  }
}
