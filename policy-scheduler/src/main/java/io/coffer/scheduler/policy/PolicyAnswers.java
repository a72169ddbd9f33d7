package io.coffer.scheduler.policy;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.coffer.scheduler.association.AssociationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is told about one policy; null when it is not there or not this project's. */
@ApplicationScoped
class PolicyAnswers {

  private final PolicyStore policies;
  private final AssociationStore associations;

  PolicyAnswers(PolicyStore policies, AssociationStore associations) {
    this.policies = policies;
    this.associations = associations;
  }

  Uni<Answer> of(String project, UUID id) {
    return Loading.of(policies.of(project, id))
        .then(row -> associations.ofPolicy(project, id, PolicyView.MOST_VAULTS))
        .as((row, applied) -> Answer.ok(new PolicyView.One(PolicyView.of(row, applied))));
  }
}
