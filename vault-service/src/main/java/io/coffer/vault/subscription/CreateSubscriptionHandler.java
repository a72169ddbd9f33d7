package io.coffer.vault.subscription;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.notice.NoticeCommand.CreateSubscription;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionCreated;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether somebody more may be told. */
@ApplicationScoped
class CreateSubscriptionHandler
    implements Handler<CreateSubscription, CreateSubscriptionHandler.State> {

  /** How many subscriptions a project may have. */
  static final int MOST = 20;

  private final SubscriptionStore subscriptions;
  private final SubscriptionAnswers answers;

  CreateSubscriptionHandler(SubscriptionStore subscriptions, SubscriptionAnswers answers) {
    this.subscriptions = subscriptions;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param present how many there are
   */
  record State(long present) {}

  @Override
  public Uni<State> load(CreateSubscription command, Envelope envelope) {
    return subscriptions.numberOf(envelope.project()).map(State::new);
  }

  @Override
  public Decision decide(State state, CreateSubscription command, Envelope envelope) {
    if (state.present() >= MOST) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "subscription: there are " + MOST + " already, which is the most of a project.");
    }
    for (String type : command.eventTypes()) {
      if (!NoticeType.ALL.contains(type)) {
        return Decision.refuse(
            CbrError.INVALID_PARAMETER,
            "subscription.event_types must be of " + String.join(", ", NoticeType.ALL) + ".");
      }
    }
    return Decision.accept(
        new SubscriptionCreated(
            DerivedId.subscription(envelope.id()),
            command.kind(),
            command.target(),
            command.eventTypes(),
            envelope.caller(),
            envelope.time()));
  }

  @Override
  public Uni<Answer> answer(CreateSubscription command, Envelope envelope) {
    return answers.of(envelope.project(), DerivedId.subscription(envelope.id()));
  }
}
