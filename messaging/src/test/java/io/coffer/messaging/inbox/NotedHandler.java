package io.coffer.messaging.inbox;

import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides an event of another service that is folded into nothing here. */
@ApplicationScoped
class NotedHandler implements Handler<PolicyDeleted, PolicyDeleted> {

  @Override
  public Uni<PolicyDeleted> load(PolicyDeleted event, Envelope envelope) {
    return Uni.createFrom().item(event);
  }

  @Override
  public Decision decide(PolicyDeleted state, PolicyDeleted event, Envelope envelope) {
    return Decision.nothing();
  }
}
