package io.coffer.scheduler.policy;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.PolicyCommand.WithdrawPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyWithdrawn;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gives back a policy to the account that it is of, and tells it. Backups that it made stay. */
@ApplicationScoped
class WithdrawPolicyHandler implements Handler<WithdrawPolicy, WithdrawPolicyHandler.State> {

  private final DeliveredPolicyStore delivered;
  private final PolicyStore policies;

  WithdrawPolicyHandler(DeliveredPolicyStore delivered, PolicyStore policies) {
    this.delivered = delivered;
    this.policies = policies;
  }

  /**
   * What is known.
   *
   * @param revision the newest that came; 0 for none
   * @param exists whether the project has the policy
   */
  record State(long revision, boolean exists) {}

  @Override
  public Uni<State> load(WithdrawPolicy command, Envelope envelope) {
    String project = envelope.project();
    UUID id = DerivedId.delivered(command.organizationPolicyId(), project);
    return Loading.of(delivered.revision(project, id))
        .then(revision -> policies.states(project, List.of(id)))
        .as((revision, policy) -> new State(revision, !policy.isEmpty()));
  }

  @Override
  public Decision decide(State state, WithdrawPolicy command, Envelope envelope) {
    if (command.revision() <= state.revision()) {
      return Decision.nothing();
    }
    UUID by = command.organizationPolicyId();
    UUID id = DerivedId.delivered(by, envelope.project());
    Decision.Accepted gone =
        state.exists()
            ? Decision.accept(new PolicyDeleted(id, envelope.time()))
            : Decision.nothing();
    Decision.Accepted withdrawn =
        gone.and(new PolicyWithdrawn(id, by, command.revision(), envelope.time()));
    return command.domainId() == null
        ? withdrawn
        : withdrawn.andTo(
            command.domainId(),
            new ReportDelivery(by, envelope.project(), command.revision(), null));
  }
}
