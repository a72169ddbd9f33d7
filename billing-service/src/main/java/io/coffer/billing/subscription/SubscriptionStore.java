package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.AccountEvent.AccountToppedUp;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.AutoRenewSet;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionPostponed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionResized;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.SortKey;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.javamoney.moneta.Money;

/** What domains bought for a time. */
@ApplicationScoped
public class SubscriptionStore implements ProjectStore<SubscriptionRow> {

  private static final Listing<SubscriptionRow> NEWEST_FIRST =
      new Listing<>(
          SubscriptionRow.class,
          List.of(
              new SortKey<>("r.startedAt", true, row -> row.startedAt),
              new SortKey<>("r.id", false, row -> row.id)));

  /** The subscription of a resource if it is this domain's; else null. */
  public Uni<Subscription> state(String domain, UUID resourceId) {
    return of(domain, resourceId).onItem().ifNotNull().transform(SubscriptionRow::state);
  }

  /** Those of these resources that this domain has or had subscriptions of. */
  public Uni<List<Subscription>> states(String domain, List<UUID> resourceIds) {
    return list("projectId = ?1 and id in ?2", domain, resourceIds)
        .map(rows -> rows.stream().map(SubscriptionRow::state).toList());
  }

  /** The domain that has a subscription of a resource, whatever its state; null for nobody. */
  public Uni<String> owner(UUID resourceId) {
    return findById(resourceId)
        .map(row -> row == null || row.status == SubscriptionStatus.ENDED ? null : row.projectId);
  }

  /** An order about subscriptions of a domain came. */
  public Uni<Void> occupied(String domain, UUID order, List<UUID> resourceIds) {
    return list("projectId = ?1 and id in ?2", domain, resourceIds)
        .invoke(rows -> rows.forEach(row -> row.busyWith = order))
        .replaceWithVoid();
  }

  /** An order is over. */
  public Uni<Void> released(UUID order) {
    return list("busyWith", order)
        .invoke(rows -> rows.forEach(row -> row.busyWith = null))
        .replaceWithVoid();
  }

  Uni<List<SubscriptionRow>> page(Criteria criteria, Page page) {
    return getSession().chain(session -> NEWEST_FIRST.rows(session, criteria, page));
  }

  Uni<Long> total(Criteria criteria) {
    return getSession().chain(session -> NEWEST_FIRST.count(session, criteria));
  }

  Uni<Void> started(SubscriptionStarted event, String domain) {
    SubscriptionRow row = new SubscriptionRow();
    row.id = event.resourceId();
    row.projectId = domain;
    row.boughtBy = event.order();
    row.orderId = event.orderId();
    row.productId = event.productId();
    row.line = event.line();
    row.paid = Amounts.number(Amounts.of(event.paid()));
    row.currency = event.paid().currency();
    row.autoRenew = event.line().autoRenew();
    row.startedAt = event.startedAt();
    row.firstUntil = event.expiresAt();
    row.expiresAt = event.expiresAt();
    row.enter(event, event.startedAt(), event.expiresAt(), next(event.nextAt(), row), null);
    row.moves = 0;
    return persist(row).replaceWithVoid();
  }

  Uni<Void> resized(SubscriptionResized event, String domain) {
    return change(
        domain,
        event,
        row -> {
          row.line = sized(row.line, event);
          row.productId = event.productId();
          Money more = Amounts.of(event.paid()).subtract(row.state().cost());
          row.pay(new Span(event.resizedAt(), row.expiresAt, Amounts.wire(more), null, null));
        });
  }

  Uni<Void> renewed(SubscriptionRenewed event, String domain) {
    return change(
        domain,
        event,
        row -> {
          row.pay(
              new Span(
                  event.startsAt(),
                  event.expiresAt(),
                  event.paid(),
                  event.periodType(),
                  event.periodNum()));
          row.expiresAt = event.expiresAt();
          row.enter(event, event.renewedAt(), event.expiresAt(), next(event.nextAt(), row), null);
        });
  }

  Uni<Void> expired(SubscriptionExpired event, String domain) {
    return change(
        domain,
        event,
        row -> row.enter(event, event.expiredAt(), event.until(), event.nextAt(), event.reason()));
  }

  Uni<Void> frozen(SubscriptionFrozen event, String domain) {
    return change(
        domain,
        event,
        row -> row.enter(event, event.frozenAt(), event.until(), event.nextAt(), event.reason()));
  }

  Uni<Void> postponed(SubscriptionPostponed event, String domain) {
    return change(
        domain,
        event,
        row -> {
          row.reason = event.reason();
          row.moveTo(event.nextAt());
        });
  }

  /** What is to be renewed by itself and could not be may be now. */
  Uni<Void> payable(AccountToppedUp event, String domain) {
    return list(
            "projectId = ?1 and autoRenew and status in ?2",
            domain,
            List.of(SubscriptionStatus.EXPIRED, SubscriptionStatus.FROZEN))
        .invoke(rows -> rows.forEach(row -> row.moveTo(event.toppedUpAt())))
        .replaceWithVoid();
  }

  Uni<Void> renews(AutoRenewSet event, String domain) {
    return change(
        domain,
        event,
        row -> {
          row.autoRenew = event.autoRenew();
          if (row.autoRenew && row.status != SubscriptionStatus.ACTIVE) {
            row.moveTo(event.setAt());
          }
        });
  }

  Uni<Void> ended(SubscriptionEnded event, String domain) {
    return change(
        domain,
        event,
        row -> {
          row.status = SubscriptionLifecycle.TABLE.after(row.status, SubscriptionEnded.class);
          row.dueAt = null;
        });
  }

  private Uni<Void> change(String domain, SubscriptionEvent event, Consumer<SubscriptionRow> how) {
    return one(domain, event.resourceId()).invoke(how).replaceWithVoid();
  }

  /** Events of before named no moment but the end. */
  private static Instant next(Instant named, SubscriptionRow row) {
    return named == null ? row.expiresAt : named;
  }

  private static OrderLine sized(OrderLine line, SubscriptionResized event) {
    return new OrderLine(
        line.resourceId(),
        line.projectId(),
        line.region(),
        line.serviceType(),
        line.resourceType(),
        line.resourceName(),
        event.specCode(),
        event.size(),
        line.periodType(),
        line.periodNum(),
        line.autoRenew(),
        line.price(),
        line.provision());
  }
}
