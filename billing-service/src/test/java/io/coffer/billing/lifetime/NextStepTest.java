package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.lifetime.SoldService.Keeping;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStatus;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionPostponed;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.testing.UnsetSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepTest {

  private static final LifetimeSettings SETTINGS = UnsetSettings.of(LifetimeSettings.class);
  private static final UUID VAULT = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
  private static final Instant END = Instant.parse("2026-02-28T10:00:00Z");
  private static final Instant LATER = END.plus(Duration.ofDays(15));
  private static final String POOR = "The balance is 0.00 USD, and 17.00 are to be paid.";
  private static final Keeping KEEPING =
      new Keeping(
          new FreezeVault(VAULT, "ARREAR", true),
          since -> new ReleaseVault(VAULT, "ARREAR", since));

  @Test
  void tellsAWeekBeforeTheEndWhoeverHasToDoSomething() {
    Instant early = END.minus(Duration.ofDays(7));
    assertThat(step(bought(true), early).isEarly()).isTrue();
    assertThat(step(bought(true), END).isEarly()).isFalse();
    Decision byHand = step(bought(false), early).ending(null);
    assertThat(only(byHand)).isEqualTo(new SubscriptionPostponed(VAULT, null, END, early));
    assertThat(told(byHand).type()).isEqualTo("purchase.ending");
    assertThat(told(byHand).vaultId()).isNull();
    assertThat(told(byHand).data().path("expire_time").asText()).isEqualTo(END.toString());

    Decision poor = step(bought(true), early).ending(refused());
    assertThat(only(poor)).isEqualTo(new SubscriptionPostponed(VAULT, POOR, END, early));
    assertThat(told(poor).data().path("reason").asText()).isEqualTo(POOR);
    Decision.Accepted rich =
        (Decision.Accepted) step(bought(true), early).ending(Decision.nothing());
    assertThat(rich.orders()).isEmpty();
  }

  @Test
  void goesOnForAWhileOnceItIsOver() {
    Decision over = step(bought(false), END).withoutRenewal(null);
    assertThat(only(over)).isEqualTo(new SubscriptionExpired(VAULT, null, LATER, LATER, END));
    assertThat(told(over).type()).isEqualTo("purchase.expired");
    assertThat(told(over).summary()).contains("frozen at " + LATER);
  }

  @Test
  void triesAgainEachDayToRenewWhatIsToBeRenewedByItself() {
    assertThat(only(step(bought(true), END).after(refused())))
        .isEqualTo(new SubscriptionExpired(VAULT, POOR, LATER, END.plus(Duration.ofDays(1)), END));
    Subscription expired = in(SubscriptionStatus.EXPIRED, true, END, LATER);
    Instant late = LATER.minus(Duration.ofHours(3));
    assertThat(only(step(expired, late).after(refused())))
        .isEqualTo(new SubscriptionPostponed(VAULT, POOR, LATER, late));
  }

  @Test
  void closesWhatNobodyRenewedAndKeepsIt() {
    Decision decision =
        step(in(SubscriptionStatus.EXPIRED, false, END, LATER), LATER).withoutRenewal(null);
    Instant until = LATER.plus(Duration.ofDays(15));
    assertThat(only(decision)).isEqualTo(new SubscriptionFrozen(VAULT, null, until, until, LATER));
    assertThat(((Decision.Accepted) decision).orders())
        .hasSize(2)
        .contains(new Decision.Order(new FreezeVault(VAULT, "ARREAR", true), "p0", null));
    assertThat(told(decision).type()).isEqualTo("purchase.frozen");
    assertThat(told(decision).data().path("retention_until").asText()).isEqualTo(until.toString());
  }

  @Test
  void givesUpWhatWasClosedAtTheVeryEndAndNeverBefore() {
    Instant until = LATER.plus(Duration.ofDays(15));
    Subscription frozen = in(SubscriptionStatus.FROZEN, false, LATER, until);
    Decision before = step(frozen, until.minusMillis(1)).withoutRenewal(null);
    assertThat(((Decision.Accepted) before).orders()).isEmpty();
    Decision then = step(frozen, until).withoutRenewal(null);
    assertThat(((Decision.Accepted) then).orders())
        .containsExactly(
            new Decision.Order(new FreezeVault(VAULT, "ARREAR", true), "p0", null),
            new Decision.Order(new ReleaseVault(VAULT, "ARREAR", LATER), "p0", null));
    assertThat(only(then))
        .isEqualTo(
            new SubscriptionPostponed(
                VAULT, "It is being deleted.", until.plus(Duration.ofDays(1)), until));
  }

  @Test
  void keepsAsLongWhatWasClosedOnlyWhenItWasToBeGivenUp() {
    Instant until = LATER.plus(Duration.ofDays(15));
    Instant then = until.plus(Duration.ofDays(15));
    Subscription frozen = in(SubscriptionStatus.FROZEN, false, LATER, until);
    Decision again = step(frozen, then).withoutRenewal(null);
    assertThat(((Decision.Accepted) again).commands())
        .contains(new ReleaseVault(VAULT, "ARREAR", until));
  }

  @ParameterizedTest
  @EnumSource(
      value = SubscriptionStatus.class,
      names = {"ACTIVE", "EXPIRED", "FROZEN"})
  void doesNothingElseWhileItIsRenewed(SubscriptionStatus status) {
    Subscription one = in(status, true, START, END);
    Decision.Accepted ordered = Decision.accept(new OrderPaid(new UUID(3, 3), END));
    Decision.Accepted renewed = (Decision.Accepted) step(one, END).after(ordered);
    assertThat(renewed.events().get(0)).isInstanceOf(OrderPaid.class);
    assertThat(renewed.events().get(1))
        .isEqualTo(
            new SubscriptionPostponed(
                VAULT, "It is being renewed.", END.plus(Duration.ofDays(1)), END));
    assertThat(renewed.orders()).isEmpty();
    assertThat(((SubscriptionPostponed) only(step(one, END).waits())).nextAt())
        .isEqualTo(END.plus(Duration.ofMinutes(1)));
  }

  @Test
  void renewsInThePlaceOfAnOrderThatNobodyPaid() {
    UUID unpaid = new UUID(3, 3);
    Subscription busy = Subscriptions.busy(bought(true), unpaid);
    Event paid = new OrderPaid(new UUID(4, 4), END);
    Decision renewed =
        new NextStep(busy, null, SETTINGS, END)
            .renewed(one -> one.busyWith() == null ? Decision.accept(paid) : refused());
    assertThat(((Decision.Accepted) renewed).events())
        .containsExactly(
            new OrderCancelled(unpaid, "It is renewed by itself.", END),
            paid,
            new SubscriptionPostponed(
                VAULT, "It is being renewed.", END.plus(Duration.ofDays(1)), END));
    assertThat(only(step(busy, END).renewed(one -> refused())))
        .isInstanceOf(SubscriptionExpired.class);
  }

  @Test
  void endsAtOnceWhatLeavesNothingToBeKept() {
    NextStep step = new NextStep(bought(true), null, SETTINGS, END);
    assertThat(only(step.after(refused()))).isEqualTo(new SubscriptionEnded(VAULT, END));
    UUID unpaid = new UUID(3, 3);
    NextStep asked = new NextStep(Subscriptions.busy(bought(true), unpaid), null, SETTINGS, END);
    assertThat(((Decision.Accepted) asked.after(refused())).events())
        .containsExactly(
            new OrderCancelled(unpaid, "What it is about is over.", END),
            new SubscriptionEnded(VAULT, END));
  }

  @Test
  void takesNobodysDaysWhereAClockJumpedOrTheServiceWasDown() {
    Instant late = END.plus(Duration.ofDays(100));
    SubscriptionExpired expired =
        (SubscriptionExpired) only(step(bought(false), late).withoutRenewal(null));
    assertThat(expired.until()).isEqualTo(late.plus(Duration.ofDays(15)));
  }

  @Test
  void meansWhatItSawAndNothingElse() {
    Subscription one = bought(false);
    SubscriptionDue due = new SubscriptionDue(VAULT, 0);
    assertThat(NextStep.isMeant(one, due, END)).isTrue();
    assertThat(NextStep.isMeant(one, due, END.minusMillis(1))).isFalse();
    assertThat(NextStep.isMeant(null, due, END)).isFalse();
    assertThat(NextStep.isMeant(one, new SubscriptionDue(VAULT, 1), END)).isFalse();
  }

  private static NextStep step(Subscription one, Instant time) {
    return new NextStep(one, KEEPING, SETTINGS, time);
  }

  private static Decision refused() {
    return Decision.refuse(CbrError.ORDER_PARAMETER_INVALID, POOR);
  }

  /** The one thing that the project is told. */
  private static Notice told(Decision decision) {
    List<Notice> told =
        ((Decision.Accepted) decision)
            .orders().stream()
                .filter(order -> order.project().equals("p0"))
                .map(Decision.Order::command)
                .filter(TellNotice.class::isInstance)
                .map(command -> ((TellNotice) command).notice())
                .toList();
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static Event only(Decision decision) {
    Decision.Accepted accepted = (Decision.Accepted) decision;
    assertThat(accepted.events()).hasSize(1);
    return accepted.events().get(0);
  }

  private static Subscription bought(boolean autoRenew) {
    return Subscriptions.bought(
        new OrderLine(VAULT, "p0", "r", "s", "t", "n", "c", 100, "month", 1, autoRenew, null, null),
        "17.00",
        START);
  }

  private static Subscription in(
      SubscriptionStatus status, boolean autoRenew, Instant since, Instant until) {
    Subscription one = bought(autoRenew);
    return new Subscription(
        one.resourceId(),
        one.orderId(),
        one.line(),
        one.paid(),
        autoRenew,
        status,
        null,
        one.term(),
        since,
        until,
        until,
        0);
  }
}
