package io.coffer.messaging.readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the database does not answer; says so within two seconds, and never waits. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Pool pool;

  DatabaseCheck(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .deferred(() -> pool.query("select 1").execute())
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(answered -> true)
        .onFailure()
        .recoverWithItem(false)
        .map(up -> HealthCheckResponse.named("database").status(up).build());
  }
}
