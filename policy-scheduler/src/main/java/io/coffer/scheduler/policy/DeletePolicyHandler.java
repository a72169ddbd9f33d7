package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a policy, wherever it is applied. Backups that it made stay. */
@ApplicationScoped
class DeletePolicyHandler implements Handler<DeletePolicy, PolicyState> {

  private final PolicyStore policies;

  DeletePolicyHandler(PolicyStore policies) {
    this.policies = policies;
  }

  @Override
  public Uni<PolicyState> load(DeletePolicy command, Envelope envelope) {
    return policies.state(envelope.project(), command.policyId());
  }

  @Override
  public Decision decide(PolicyState policy, DeletePolicy command, Envelope envelope) {
    return DeliveredPolicy.refusal(policy)
        .orElseGet(() -> Decision.accept(new PolicyDeleted(policy.id(), envelope.time())));
  }

  @Override
  public Decision absent(DeletePolicy command) {
    return PolicyNotFound.refusal(command.policyId());
  }
}
