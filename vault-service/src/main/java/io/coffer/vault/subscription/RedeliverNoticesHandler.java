package io.coffer.vault.subscription;

import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.RedeliverNotices;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionEnabled;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Tells a subscription again what was given up, so much at a time as fits into one decision. */
@ApplicationScoped
class RedeliverNoticesHandler implements Handler<RedeliverNotices, RedeliverNoticesHandler.State> {

  static final int MOST = 100;

  private final SubscriptionStore subscriptions;
  private final DeliveryStore deliveries;
  private final SubscriptionAnswers answers;

  RedeliverNoticesHandler(
      SubscriptionStore subscriptions, DeliveryStore deliveries, SubscriptionAnswers answers) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.answers = answers;
  }

  /** The subscription, and the oldest that it was not told. */
  record State(SubscriptionState subscription, List<Notice> givenUp) {}

  @Override
  public Uni<State> load(RedeliverNotices command, Envelope envelope) {
    Instant since = command.since() == null ? Instant.EPOCH : command.since();
    return Loading.of(subscriptions.state(envelope.project(), command.subscriptionId()))
        .then(
            subscription -> deliveries.givenUp(envelope.project(), subscription.id(), since, MOST))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, RedeliverNotices command, Envelope envelope) {
    SubscriptionState subscription = state.subscription();
    Decision.Accepted decided =
        subscription.status() == SubscriptionStatus.disabled
            ? Decision.accept(new SubscriptionEnabled(subscription.id(), envelope.time()))
            : Decision.nothing();
    return state.givenUp().isEmpty()
        ? decided
        : Sending.with(decided, subscription, state.givenUp(), envelope);
  }

  @Override
  public Decision absent(RedeliverNotices command) {
    return SubscriptionNotFound.refusal(command.subscriptionId());
  }

  @Override
  public Uni<Answer> answer(RedeliverNotices command, Envelope envelope) {
    return answers.of(envelope.project(), command.subscriptionId());
  }
}
