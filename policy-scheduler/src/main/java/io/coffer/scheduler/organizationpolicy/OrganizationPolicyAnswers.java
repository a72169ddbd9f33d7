package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is told about one organizational policy; null when it is not there or another account's. */
@ApplicationScoped
class OrganizationPolicyAnswers {

  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;

  OrganizationPolicyAnswers(OrganizationPolicyStore policies, DeliveryStore deliveries) {
    this.policies = policies;
    this.deliveries = deliveries;
  }

  Uni<Answer> of(String domain, UUID id) {
    return Loading.of(policies.of(domain, id))
        .then(row -> deliveries.ofPolicy(domain, id))
        .as(
            (row, delivered) ->
                Answer.ok(
                    new OrganizationPolicyView.One(OrganizationPolicyView.of(row, delivered))));
  }
}
