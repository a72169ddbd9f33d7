package io.coffer.vault.subscription;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TestSubscription;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells a subscription something that means nothing. */
@ApplicationScoped
class TestSubscriptionHandler implements Handler<TestSubscription, SubscriptionState> {

  private final SubscriptionStore subscriptions;

  TestSubscriptionHandler(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Uni<SubscriptionState> load(TestSubscription command, Envelope envelope) {
    return subscriptions.state(envelope.project(), command.subscriptionId());
  }

  @Override
  public Decision decide(
      SubscriptionState subscription, TestSubscription command, Envelope envelope) {
    if (subscription.status() == SubscriptionStatus.disabled) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "Subscription " + subscription.id() + " is disabled: redeliver opens it again.");
    }
    Notice notice =
        new Notice(
            noticeId(envelope),
            NoticeType.TEST,
            null,
            "This is a test of subscription " + subscription.id() + ".",
            Json.MAPPER.createObjectNode().put("subscription_id", subscription.id().toString()),
            envelope.time());
    return Sending.with(Decision.nothing(), subscription, List.of(notice), envelope);
  }

  @Override
  public Decision absent(TestSubscription command) {
    return SubscriptionNotFound.refusal(command.subscriptionId());
  }

  @Override
  public Uni<Answer> answer(TestSubscription command, Envelope envelope) {
    return Uni.createFrom().item(Answer.of(202, Map.of("notice_id", noticeId(envelope))));
  }

  private static UUID noticeId(Envelope envelope) {
    return DerivedId.of(envelope.id(), "notice/" + NoticeType.TEST);
  }
}
