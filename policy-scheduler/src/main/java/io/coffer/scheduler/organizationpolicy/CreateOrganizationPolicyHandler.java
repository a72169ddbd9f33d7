package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.CreateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyCreated;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes an organizational policy and has all projects take it. */
@ApplicationScoped
class CreateOrganizationPolicyHandler
    implements Handler<CreateOrganizationPolicy, CreateOrganizationPolicyHandler.State> {

  /** How many of one type an account may have. */
  static final int MOST = 1000;

  private final OrganizationPolicyStore policies;
  private final OrganizationProjectStore projects;
  private final OrganizationPolicyAnswers answers;

  CreateOrganizationPolicyHandler(
      OrganizationPolicyStore policies,
      OrganizationProjectStore projects,
      OrganizationPolicyAnswers answers) {
    this.policies = policies;
    this.projects = projects;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param ofType how many policies of this type there are
   */
  record State(long ofType, List<OrganizationProject> projects) {}

  @Override
  public Uni<State> load(CreateOrganizationPolicy command, Envelope envelope) {
    String domain = envelope.project();
    return Loading.of(policies.numberOf(domain, command.settings().operationType()))
        .then(number -> projects.of(domain))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, CreateOrganizationPolicy command, Envelope envelope) {
    if (state.ofType() >= MOST) {
      return Decision.refuse(
          CbrError.MAXIMUM_NUMBER_TYPE_POLICIES_REACHED,
          "There are "
              + MOST
              + " organizational "
              + command.settings().operationType()
              + " policies already, which is the most that an account may have.");
    }
    Optional<Decision> refusal = OrganizationPolicyRules.refusal(command.settings());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    OrganizationPolicyState made =
        new OrganizationPolicyState(
            DerivedId.policy(envelope.id()), command.settings(), 0, envelope.time());
    return Delivering.order(
        Decision.accept(
            new OrganizationPolicyCreated(
                made.id(), command.domainName(), made.settings(), made.createdAt())),
        made,
        envelope.project(),
        state.projects(),
        List.of(),
        envelope.time());
  }

  @Override
  public Uni<Answer> answer(CreateOrganizationPolicy command, Envelope envelope) {
    return answers.of(envelope.project(), DerivedId.policy(envelope.id()));
  }
}
