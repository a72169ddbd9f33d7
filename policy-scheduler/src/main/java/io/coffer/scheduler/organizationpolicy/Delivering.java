package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.contracts.policy.PolicyCommand.DeliverPolicy;
import io.coffer.contracts.policy.PolicyCommand.WithdrawPolicy;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders to projects about an organizational policy, each with a revision above all before. */
final class Delivering {

  private Delivering() {}

  /** Has these projects take the policy as it is, and those let it go. */
  static Decision.Accepted order(
      Decision.Accepted facts,
      OrganizationPolicyState policy,
      String domain,
      List<OrganizationProject> projects,
      List<String> leaving,
      Instant now) {
    if (projects.isEmpty() && leaving.isEmpty()) {
      return facts;
    }
    long revision = policy.revision() + 1;
    Decision.Accepted ordered =
        facts.and(new DeliveryStarted(policy.id(), revision, projects, leaving, now));
    for (OrganizationProject project : projects) {
      ordered =
          ordered.andTo(
              project.projectId(),
              new DeliverPolicy(
                  policy.id(),
                  domain,
                  revision,
                  policy.settings().delivered(),
                  policy.createdAt()));
    }
    for (String project : leaving) {
      ordered = ordered.andTo(project, new WithdrawPolicy(policy.id(), revision, domain));
    }
    return ordered;
  }

  /** Has a project let the policy go that it was told to before. */
  static Decision.Accepted withdrawAgain(
      UUID policyId, String domain, String project, long revision, Instant now) {
    return Decision.accept(
            new DeliveryStarted(policyId, revision, List.of(), List.of(project), now))
        .andTo(project, new WithdrawPolicy(policyId, revision, domain));
  }
}
