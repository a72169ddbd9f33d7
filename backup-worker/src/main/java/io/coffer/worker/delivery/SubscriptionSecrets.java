package io.coffer.worker.delivery;

import io.coffer.worker.plumbing.Plumbing;
import io.coffer.worker.repository.Sealing;
import io.coffer.worker.repository.SealingGuard;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What subscriptions sign with, sealed in the database and nowhere else. */
@ApplicationScoped
class SubscriptionSecrets {

  private static final String TABLE = "plumbing.subscription_secret";

  private final Plumbing plumbing;
  private final Sealing sealing;

  SubscriptionSecrets(Plumbing plumbing, SealingGuard guard) {
    this.plumbing = plumbing;
    this.sealing = guard.sealing();
  }

  /** Keeps it, whether once or twice; false when there is another one, which stays. */
  boolean keep(String project, UUID subscriptionId, String secret) {
    byte[] sealed =
        sealing.seal(TABLE, subscriptionId.toString(), secret.getBytes(StandardCharsets.UTF_8));
    plumbing.change(
        "insert into plumbing.subscription_secret (subscription_id, project, sealed)"
            + " values ($1, $2, $3) on conflict do nothing",
        subscriptionId,
        project,
        Buffer.buffer(sealed));
    return of(subscriptionId).filter(secret::equals).isPresent();
  }

  /** The secret; empty when there is none. */
  Optional<String> of(UUID subscriptionId) {
    return plumbing
        .query(
            "select sealed from plumbing.subscription_secret where subscription_id = $1",
            subscriptionId)
        .stream()
        .findFirst()
        .map(row -> sealing.open(TABLE, subscriptionId.toString(), row.getBuffer(0).getBytes()))
        .map(secret -> new String(secret, StandardCharsets.UTF_8));
  }

  void forget(String project, UUID subscriptionId) {
    plumbing.change(
        "delete from plumbing.subscription_secret where subscription_id = $1 and project = $2",
        subscriptionId,
        project);
  }
}
