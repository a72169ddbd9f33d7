package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.association.AssociationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Whether settings of a policy may change. */
@ApplicationScoped
class UpdatePolicyHandler implements Handler<UpdatePolicy, UpdatePolicyHandler.State> {

  private static final List<String> DESTINATION =
      List.of("destination_region", "destination_project_id");

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final PolicyAnswers answers;

  UpdatePolicyHandler(PolicyStore policies, AssociationStore associations, PolicyAnswers answers) {
    this.policies = policies;
    this.associations = associations;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param applied whether there is a vault that it is applied to
   */
  record State(PolicyState policy, boolean applied) {}

  @Override
  public Uni<State> load(UpdatePolicy command, Envelope envelope) {
    return Loading.of(policies.state(envelope.project(), command.policyId()))
        .then(policy -> associations.isApplied(envelope.project(), policy.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, UpdatePolicy command, Envelope envelope) {
    Optional<Decision> delivered = DeliveredPolicy.refusal(state.policy());
    if (delivered.isPresent()) {
      return delivered.get();
    }
    PolicySettings settings = SettingsChange.by(state.policy().settings(), command);
    if (settings.equals(state.policy().settings())) {
      return Decision.nothing();
    }
    if (state.applied() && goesElsewhere(state.policy().settings(), settings)) {
      return Decision.refuse(CbrError.POLICY_DESTINATION_IN_USE, null);
    }
    return PolicyRules.OF_A_POLICY
        .refusal(settings)
        .orElseGet(
            () ->
                Decision.accept(new PolicyUpdated(state.policy().id(), settings, envelope.time())));
  }

  @Override
  public Decision absent(UpdatePolicy command) {
    return PolicyNotFound.refusal(command.policyId());
  }

  @Override
  public Uni<Answer> answer(UpdatePolicy command, Envelope envelope) {
    return answers.of(envelope.project(), command.policyId());
  }

  /** Whether copies would go to another place. */
  static boolean goesElsewhere(PolicySettings before, PolicySettings after) {
    return before.operationType().equals(PolicyType.REPLICATION)
        && DESTINATION.stream()
            .anyMatch(
                field ->
                    !before
                        .operationDefinition()
                        .path(field)
                        .equals(after.operationDefinition().path(field)));
  }
}
