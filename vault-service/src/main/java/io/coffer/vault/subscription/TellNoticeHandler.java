package io.coffer.vault.subscription;

import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sends a notice to all subscriptions that want it. */
@ApplicationScoped
class TellNoticeHandler implements Handler<TellNotice, List<SubscriptionState>> {

  private final SubscriptionStore subscriptions;

  TellNoticeHandler(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Uni<List<SubscriptionState>> load(TellNotice command, Envelope envelope) {
    return subscriptions.states(envelope.project());
  }

  @Override
  public Decision decide(
      List<SubscriptionState> subscriptions, TellNotice command, Envelope envelope) {
    Decision.Accepted decided = Decision.nothing();
    for (SubscriptionState subscription : subscriptions) {
      if (subscription.wants(command.notice())) {
        decided = Sending.with(decided, subscription, List.of(command.notice()), envelope);
      }
    }
    return decided;
  }
}
