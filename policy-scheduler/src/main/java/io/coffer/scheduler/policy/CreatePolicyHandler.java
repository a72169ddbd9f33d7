package io.coffer.scheduler.policy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a policy may be made. */
@ApplicationScoped
class CreatePolicyHandler implements Handler<CreatePolicy, CreatePolicyHandler.State> {

  /** How many policies of one type a project may have. */
  static final int MOST = 1000;

  private final PolicyStore policies;
  private final PolicyAnswers answers;

  CreatePolicyHandler(PolicyStore policies, PolicyAnswers answers) {
    this.policies = policies;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param ofType how many policies of this type there are
   */
  record State(long ofType) {}

  @Override
  public Uni<State> load(CreatePolicy command, Envelope envelope) {
    return policies
        .numberOf(envelope.project(), command.settings().operationType())
        .map(State::new);
  }

  @Override
  public Decision decide(State state, CreatePolicy command, Envelope envelope) {
    if (state.ofType() >= MOST) {
      return Decision.refuse(
          CbrError.MAXIMUM_NUMBER_TYPE_POLICIES_REACHED, full(command.settings().operationType()));
    }
    return PolicyRules.OF_A_POLICY
        .refusal(command.settings())
        .orElseGet(
            () ->
                Decision.accept(
                    new PolicyCreated(
                        DerivedId.policy(envelope.id()), command.settings(), envelope.time())));
  }

  @Override
  public Uni<Answer> answer(CreatePolicy command, Envelope envelope) {
    return answers.of(envelope.project(), DerivedId.policy(envelope.id()));
  }

  /** What is said where a project has as many of a type as it may. */
  static String full(String operationType) {
    return "There are "
        + MOST
        + " "
        + operationType
        + " policies already, which is the most that a project may have.";
  }
}
