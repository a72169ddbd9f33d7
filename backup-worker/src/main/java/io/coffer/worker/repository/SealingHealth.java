package io.coffer.worker.repository;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the sealing key was tried. */
@Readiness
@ApplicationScoped
class SealingHealth implements HealthCheck {

  private final SealingGuard guard;

  SealingHealth(SealingGuard guard) {
    this.guard = guard;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sealing key").status(guard.isOpen()).build();
  }
}
