package io.coffer.billing.lifetime;

import io.coffer.billing.arrears.GraceSettings;
import io.coffer.billing.lifetime.SoldService.Keeping;
import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStatus;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionPostponed;
import io.coffer.messaging.decision.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What becomes of a subscription whose time has come. Each step counts from when it is made, so
 * that a service that was down, or a clock that jumped, takes nobody's days.
 *
 * @param keeping null for what ends with what was paid
 */
record NextStep(Subscription subscription, Keeping keeping, GraceSettings settings, Instant time) {

  private static final Duration SOON = Duration.ofMinutes(1);

  /**
   * What is known.
   *
   * @param subscription null for none
   * @param busy the order about it that is not over; null for none
   */
  record State(Placing.State placing, Subscription subscription, OrderState busy) {

    /** Whether somebody paid for something about it that is not done yet. */
    boolean isBeingFulfilled() {
      return busy != null && busy.status() == OrderStatus.PROCESSING;
    }
  }

  /** Whether it still stands as it stood when somebody saw that its time had come. */
  static boolean isMeant(Subscription subscription, SubscriptionDue due, Instant time) {
    return subscription != null
        && subscription.moves() == due.moves()
        && subscription.dueAt() != null
        && !time.isBefore(subscription.dueAt());
  }

  /** What is paid ends later only. */
  boolean isEarly() {
    return subscription.isActive() && time.isBefore(subscription.until());
  }

  /**
   * What is paid ends soon: whoever has to do something about that is told.
   *
   * @param renewal what would be done now to renew it; null where it is not renewed by itself
   */
  Decision ending(Decision renewal) {
    String reason = renewal instanceof Decision.Refused refused ? refused.message() : null;
    Decision.Accepted waits = Decision.accept(postponed(reason, subscription.until()));
    return renewal instanceof Decision.Accepted
        ? waits
        : waits.andTo(project(), EndNotice.ending(subscription, reason, time));
  }

  /** It is tried to renew it, in the place of an order about it that nobody paid. */
  Decision renewed(Function<Subscription, Decision> renewal) {
    UUID unpaid = subscription.busyWith();
    return after(
        unpaid == null
            ? renewal.apply(subscription)
            : OpenOrder.cancelled(
                List.of(unpaid),
                "It is renewed by itself.",
                renewal.apply(subscription.free()),
                time));
  }

  /** Nothing is done while an order about it is being fulfilled. */
  Decision waits() {
    return Decision.accept(postponed("An order about it is being fulfilled.", time.plus(SOON)));
  }

  /** It was tried to renew it. */
  Decision after(Decision renewal) {
    return renewal instanceof Decision.Accepted ordered
        ? ordered.and(postponed("It is being renewed.", time.plus(settings.retry())))
        : withoutRenewal(((Decision.Refused) renewal).message());
  }

  /**
   * It is not renewed.
   *
   * @param reason null where it is not to be
   */
  Decision withoutRenewal(String reason) {
    if (keeping == null) {
      return end();
    }
    boolean isOver = !time.isBefore(subscription.until());
    return switch (subscription.status()) {
      case ACTIVE -> expire(reason, time.plus(settings.grace()));
      case EXPIRED -> isOver ? freeze(reason, time.plus(settings.retention())) : wait(reason);
      case FROZEN -> isOver ? release() : wait(reason);
      case ENDED -> Decision.nothing();
    };
  }

  /** Nobody may pay any more for what is about to be over. */
  private Decision end() {
    SubscriptionEnded ended = new SubscriptionEnded(id(), time);
    return subscription.busyWith() == null
        ? Decision.accept(ended)
        : Decision.accept(
            new OrderCancelled(subscription.busyWith(), "What it is about is over.", time), ended);
  }

  private Decision expire(String reason, Instant until) {
    return Decision.accept(new SubscriptionExpired(id(), reason, until, next(until), time))
        .andTo(project(), EndNotice.expired(subscription, reason, until, time));
  }

  private Decision freeze(String reason, Instant until) {
    return Decision.accept(new SubscriptionFrozen(id(), reason, until, next(until), time))
        .andTo(project(), keeping.freeze())
        .andTo(project(), EndNotice.frozen(subscription, reason, until, time));
  }

  /**
   * Its owner may have to wait, or must not delete it: it is asked again until it is gone. It is
   * closed again too, which is nothing where it is, and where it was not gives it its time.
   */
  private Decision release() {
    Instant kept = time.minus(settings.retention());
    Instant since = kept.isAfter(subscription.since()) ? kept : subscription.since();
    return Decision.accept(postponed("It is being deleted.", time.plus(settings.retry())))
        .andTo(project(), keeping.freeze())
        .andTo(project(), keeping.release().apply(since));
  }

  private Decision wait(String reason) {
    return Decision.accept(postponed(reason, next(subscription.until())));
  }

  private SubscriptionPostponed postponed(String reason, Instant nextAt) {
    return new SubscriptionPostponed(id(), reason, nextAt, time);
  }

  private Instant next(Instant until) {
    Instant again = time.plus(settings.retry());
    return subscription.autoRenew() && again.isBefore(until) ? again : until;
  }

  private UUID id() {
    return subscription.resourceId();
  }

  private String project() {
    return subscription.line().projectId();
  }
}
