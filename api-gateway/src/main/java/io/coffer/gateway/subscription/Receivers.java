package io.coffer.gateway.subscription;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/**
 * Hands the secret of a subscription to the worker, which seals it, before the subscription is
 * ordered: so that it rides no topic. The worker also says whether anything may be sent there.
 */
@ApplicationScoped
class Receivers {

  private final OwnerClient owners;

  Receivers(OwnerClient owners) {
    this.owners = owners;
  }

  /**
   * What the worker says of it: a refusal, or whether the secret was kept, which a repeat of the
   * request finds done.
   */
  Uni<OwnerAnswer> keep(String project, UUID command, SubscriptionBody body, String secret) {
    return owners.ofProject(
        Owner.BACKUP_WORKER,
        project,
        path(command),
        Answer.ok(Map.of("kind", body.kind(), "target", body.target(), "secret", secret)).bytes());
  }

  /** The subscription did not come to be. */
  Uni<OwnerAnswer> forget(String project, UUID command) {
    return owners.deleted(Owner.BACKUP_WORKER, project, path(command));
  }

  /** Whether the worker keeps the secret of this request and not that of an earlier one. */
  static boolean isKept(OwnerAnswer answer) {
    try {
      return Json.MAPPER.readTree(answer.body()).path("kept").asBoolean();
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }

  private static String path(UUID command) {
    return "receivers/" + DerivedId.subscription(command);
  }
}
