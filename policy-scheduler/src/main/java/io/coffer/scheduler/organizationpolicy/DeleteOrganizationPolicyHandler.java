package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.DeleteOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes an organizational policy, and takes it back from all projects. */
@ApplicationScoped
class DeleteOrganizationPolicyHandler
    implements Handler<DeleteOrganizationPolicy, DeleteOrganizationPolicyHandler.State> {

  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;

  DeleteOrganizationPolicyHandler(OrganizationPolicyStore policies, DeliveryStore deliveries) {
    this.policies = policies;
    this.deliveries = deliveries;
  }

  /** What is known. */
  record State(OrganizationPolicyState policy, List<Delivery> deliveries) {}

  @Override
  public Uni<State> load(DeleteOrganizationPolicy command, Envelope envelope) {
    return Loading.of(policies.state(envelope.project(), command.organizationPolicyId()))
        .then(policy -> deliveries.ofPolicy(envelope.project(), policy.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeleteOrganizationPolicy command, Envelope envelope) {
    List<String> everybody =
        state.deliveries().stream().map(one -> one.project().projectId()).toList();
    return Delivering.order(
            Decision.nothing(),
            state.policy(),
            envelope.project(),
            List.of(),
            everybody,
            envelope.time())
        .and(new OrganizationPolicyDeleted(state.policy().id(), envelope.time()));
  }

  @Override
  public Decision absent(DeleteOrganizationPolicy command) {
    return OrganizationPolicyNotFound.refusal(command.organizationPolicyId());
  }
}
