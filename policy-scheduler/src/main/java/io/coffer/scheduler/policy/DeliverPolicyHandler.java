package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.PolicyCommand.DeliverPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.AssociationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a policy that an account gives, or says why not, and tells the account which. */
@ApplicationScoped
class DeliverPolicyHandler implements Handler<DeliverPolicy, DeliverPolicyHandler.State> {

  private final DeliveredPolicyStore delivered;
  private final PolicyStore policies;
  private final AssociationStore associations;

  DeliverPolicyHandler(
      DeliveredPolicyStore delivered, PolicyStore policies, AssociationStore associations) {
    this.delivered = delivered;
    this.policies = policies;
    this.associations = associations;
  }

  /**
   * What is known.
   *
   * @param revision the newest that came; 0 for none
   * @param policy empty where the project does not have it
   * @param applied whether there is a vault that it is applied to
   * @param ofType how many policies of this type there are
   */
  record State(long revision, Optional<PolicyState> policy, boolean applied, long ofType) {}

  @Override
  public Uni<State> load(DeliverPolicy command, Envelope envelope) {
    String project = envelope.project();
    UUID id = DerivedId.delivered(command.organizationPolicyId(), project);
    return Loading.of(delivered.revision(project, id))
        .then(revision -> policies.states(project, List.of(id)))
        .then((revision, policy) -> associations.isApplied(project, id))
        .then(
            (revision, policy, applied) ->
                policies.numberOf(project, command.settings().operationType()))
        .as(
            (revision, policy, applied, ofType) ->
                new State(revision, policy.stream().findFirst(), applied, ofType));
  }

  @Override
  public Decision decide(State state, DeliverPolicy command, Envelope envelope) {
    if (command.revision() <= state.revision()) {
      return Decision.nothing();
    }
    Optional<String> fault = fault(state, command);
    return fault.isPresent()
        ? told(Decision.nothing(), command, fault.get(), envelope)
        : told(taken(state, command, envelope), command, null, envelope);
  }

  /** The account is told that it did not work, rather than left waiting. */
  @Override
  public Decision abandon(DeliverPolicy command, Envelope envelope) {
    return told(Decision.nothing(), command, CbrError.UNKNOWN_ERROR.phrase() + ".", envelope);
  }

  private static Optional<String> fault(State state, DeliverPolicy command) {
    if (state.policy().isEmpty()) {
      return state.ofType() < CreatePolicyHandler.MOST
          ? Optional.empty()
          : Optional.of(CreatePolicyHandler.full(command.settings().operationType()));
    }
    boolean goesElsewhere =
        state.applied()
            && UpdatePolicyHandler.goesElsewhere(
                state.policy().get().settings(), command.settings());
    return goesElsewhere
        ? Optional.of("Copies cannot go elsewhere while the policy is applied to a vault.")
        : Optional.empty();
  }

  private static Decision.Accepted taken(State state, DeliverPolicy command, Envelope envelope) {
    if (state.policy().isEmpty()) {
      UUID id = DerivedId.delivered(command.organizationPolicyId(), envelope.project());
      return Decision.accept(new PolicyCreated(id, command.settings(), command.createdAt()));
    }
    PolicyState policy = state.policy().get();
    return policy.settings().equals(command.settings())
        ? Decision.nothing()
        : Decision.accept(new PolicyUpdated(policy.id(), command.settings(), envelope.time()));
  }

  private static Decision told(
      Decision.Accepted facts, DeliverPolicy command, String fault, Envelope envelope) {
    String project = envelope.project();
    UUID by = command.organizationPolicyId();
    return facts
        .and(
            new PolicyDelivered(
                DerivedId.delivered(by, project), by, command.revision(), fault, envelope.time()))
        .andTo(command.domainId(), new ReportDelivery(by, project, command.revision(), fault));
  }
}
