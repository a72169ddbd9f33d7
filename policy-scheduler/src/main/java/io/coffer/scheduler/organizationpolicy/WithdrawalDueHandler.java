package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Orders again that a project lets a policy go, which may be gone itself, unless the project has
 * said that it did, or another order overtook this one.
 */
@ApplicationScoped
class WithdrawalDueHandler implements Handler<WithdrawalDue, Long> {

  private final DeliveryRetryStore retries;

  WithdrawalDueHandler(DeliveryRetryStore retries) {
    this.retries = retries;
  }

  /** The revision of the order that is open. */
  @Override
  public Uni<Long> load(WithdrawalDue due, Envelope envelope) {
    return retries.leaving(envelope.project(), due.organizationPolicyId(), due.projectId());
  }

  @Override
  public Decision decide(Long open, WithdrawalDue due, Envelope envelope) {
    return open == due.revision()
        ? Delivering.withdrawAgain(
            due.organizationPolicyId(),
            envelope.project(),
            due.projectId(),
            due.revision() + 1,
            envelope.time())
        : Decision.nothing();
  }

  @Override
  public Decision absent(WithdrawalDue due) {
    return Decision.nothing();
  }
}
