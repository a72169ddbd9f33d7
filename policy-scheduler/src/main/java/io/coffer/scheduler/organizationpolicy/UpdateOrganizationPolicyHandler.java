package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.UpdateOrganizationPolicy;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyUpdated;
import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.policy.SettingsChange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Changes an organizational policy, and with it what projects were given. */
@ApplicationScoped
class UpdateOrganizationPolicyHandler
    implements Handler<UpdateOrganizationPolicy, UpdateOrganizationPolicyHandler.State> {

  private final OrganizationPolicyStore policies;
  private final OrganizationProjectStore projects;
  private final OrganizationPolicyAnswers answers;

  UpdateOrganizationPolicyHandler(
      OrganizationPolicyStore policies,
      OrganizationProjectStore projects,
      OrganizationPolicyAnswers answers) {
    this.policies = policies;
    this.projects = projects;
    this.answers = answers;
  }

  /** What is known. */
  record State(OrganizationPolicyState policy, List<OrganizationProject> projects) {}

  @Override
  public Uni<State> load(UpdateOrganizationPolicy command, Envelope envelope) {
    return Loading.of(policies.state(envelope.project(), command.organizationPolicyId()))
        .then(policy -> projects.of(envelope.project()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, UpdateOrganizationPolicy command, Envelope envelope) {
    OrganizationPolicyState policy = state.policy();
    OrganizationPolicySettings settings = changed(policy.settings(), command);
    if (settings.equals(policy.settings())) {
      return Decision.nothing();
    }
    Optional<Decision> refusal = OrganizationPolicyRules.refusal(settings);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean delivers = !settings.delivered().equals(policy.settings().delivered());
    return Delivering.order(
        Decision.accept(new OrganizationPolicyUpdated(policy.id(), settings, envelope.time())),
        new OrganizationPolicyState(policy.id(), settings, policy.revision(), policy.createdAt()),
        envelope.project(),
        delivers ? state.projects() : List.of(),
        List.of(),
        envelope.time());
  }

  @Override
  public Decision absent(UpdateOrganizationPolicy command) {
    return OrganizationPolicyNotFound.refusal(command.organizationPolicyId());
  }

  @Override
  public Uni<Answer> answer(UpdateOrganizationPolicy command, Envelope envelope) {
    return answers.of(envelope.project(), command.organizationPolicyId());
  }

  private static OrganizationPolicySettings changed(
      OrganizationPolicySettings now, UpdateOrganizationPolicy change) {
    return new OrganizationPolicySettings(
        or(change.name(), now.name()),
        or(change.description(), now.description()),
        or(change.effectiveScope(), now.effectiveScope()),
        now.operationType(),
        or(change.policyName(), now.policyName()),
        or(change.policyEnabled(), now.policyEnabled()),
        or(change.policyOperationDefinition(), now.policyOperationDefinition()),
        change.policyTrigger() == null
            ? now.policyTrigger()
            : SettingsChange.trigger(now.policyTrigger(), change.policyTrigger()));
  }

  private static <T> T or(T wanted, T now) {
    return wanted == null ? now : wanted;
  }
}
