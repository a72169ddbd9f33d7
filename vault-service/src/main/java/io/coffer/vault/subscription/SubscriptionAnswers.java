package io.coffer.vault.subscription;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is told about one subscription; null when it is not there or not this project's. */
@ApplicationScoped
class SubscriptionAnswers {

  private final SubscriptionStore subscriptions;
  private final DeliveryStore deliveries;

  SubscriptionAnswers(SubscriptionStore subscriptions, DeliveryStore deliveries) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
  }

  Uni<Answer> of(String project, UUID id) {
    return Loading.of(subscriptions.of(project, id))
        .then(row -> deliveries.numberOf(project, id, false))
        .then((row, waiting) -> deliveries.numberOf(project, id, true))
        .as(
            (row, waiting, givenUp) ->
                Answer.ok(new SubscriptionView.One(SubscriptionView.of(row, waiting, givenUp))));
  }
}
