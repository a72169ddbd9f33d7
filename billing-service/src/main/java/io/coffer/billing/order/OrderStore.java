package io.coffer.billing.order;

import io.coffer.billing.money.Amounts;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.billing.OrderEvent;
import io.coffer.contracts.billing.OrderEvent.LineFulfilled;
import io.coffer.contracts.billing.OrderEvent.LineRefused;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.SortKey;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** The orders of domains. */
@ApplicationScoped
public class OrderStore implements ProjectStore<OrderRow> {

  private static final Listing<OrderRow> NEWEST_FIRST =
      new Listing<>(
          OrderRow.class,
          List.of(
              new SortKey<>("r.placedAt", true, row -> row.placedAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private final SubscriptionStore subscriptions;

  OrderStore(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** The order if it is this domain's; else null, as if it were not there. */
  public Uni<OrderState> state(String domain, UUID id) {
    return of(domain, id).onItem().ifNotNull().transform(OrderRow::state);
  }

  /** Those of these orders that are there and this domain's, in their order. */
  public Uni<List<OrderState>> states(String domain, List<String> orderIds) {
    return list("projectId = ?1 and orderId in ?2 order by placedAt, id", domain, orderIds)
        .map(rows -> rows.stream().map(OrderRow::state).toList());
  }

  /** The orders of this domain that are about these subscriptions and not over. */
  public Uni<List<OrderState>> about(String domain, List<Subscription> subscriptions) {
    List<UUID> ids =
        subscriptions.stream().map(Subscription::busyWith).filter(Objects::nonNull).toList();
    return list("projectId = ?1 and id in ?2 order by placedAt, id", domain, ids)
        .map(rows -> rows.stream().map(OrderRow::state).toList());
  }

  /** The orders of this domain that each of these ids means; nothing for one that means none. */
  Uni<Map<String, List<OrderState>>> meant(String domain, List<String> ids) {
    return list(
            "projectId = ?1 and (orderId in ?2 or combinedOrderId in ?2) order by placedAt, id",
            domain,
            ids)
        .map(
            rows -> {
              Map<String, List<OrderState>> meant = new HashMap<>();
              for (String id : ids) {
                List<OrderState> orders =
                    rows.stream().filter(row -> row.isMeantBy(id)).map(OrderRow::state).toList();
                if (!orders.isEmpty()) {
                  meant.put(id, orders);
                }
              }
              return meant;
            });
  }

  /** How many orders of this domain are parts of it and not given up. */
  Uni<Long> parts(String domain, CombinedOrder combined) {
    return combined == null
        ? Uni.createFrom().item(0L)
        : count(
            "projectId = ?1 and combinedOrderId = ?2 and status <> ?3",
            domain,
            combined.id(),
            OrderStatus.CANCELLED);
  }

  /** The first of these ids that no order of anybody has; empty when all are taken. */
  public Uni<String> free(List<String> orderIds) {
    return list("orderId in ?1", orderIds)
        .map(
            rows -> {
              List<String> taken = rows.stream().map(row -> row.orderId).toList();
              return orderIds.stream().filter(id -> !taken.contains(id)).findFirst().orElse("");
            });
  }

  /** A part of a list, the newest first. */
  Uni<List<OrderRow>> page(Criteria criteria, Page page) {
    return getSession().chain(session -> NEWEST_FIRST.rows(session, criteria, page));
  }

  Uni<Long> total(Criteria criteria) {
    return getSession().chain(session -> NEWEST_FIRST.count(session, criteria));
  }

  Uni<OrderRow> row(String domain, String orderId) {
    return find("projectId = ?1 and orderId = ?2", domain, orderId).firstResult();
  }

  Uni<Void> placed(OrderPlaced event, String domain) {
    OrderRow row = OrderRow.of(event, domain);
    row.status = OrderLifecycle.TABLE.after(null, OrderPlaced.class);
    return persist(row)
        .chain(
            () ->
                row.type.isOfSubscription()
                    ? subscriptions.occupied(
                        domain,
                        row.id,
                        event.lines().stream().map(line -> line.resourceId()).toList())
                    : Uni.createFrom().voidItem());
  }

  Uni<Void> priced(OrderPriced event, String domain) {
    return happened(
        event,
        domain,
        row -> {
          for (int i = 0; i < event.lines().size(); i++) {
            OrderEvent.PricedLine priced = event.lines().get(i);
            row.change(i, line -> line.priced(priced.productId(), priced.price()));
          }
          row.total = Amounts.number(Amounts.of(event.total()));
          row.currency = event.total().currency();
          row.payBefore = event.payBefore();
        });
  }

  Uni<Void> fulfilled(LineFulfilled event, String domain) {
    return change(domain, event, row -> row.change(event.line(), Line::fulfilled));
  }

  Uni<Void> refused(LineRefused event, String domain) {
    return change(
        domain,
        event,
        row -> row.change(event.line(), line -> line.refused(event.code(), event.message())));
  }

  /** Something happened to an order that changes its state. */
  Uni<Void> happened(OrderEvent event, String domain, Consumer<OrderRow> change) {
    return change(
        domain,
        event,
        row -> {
          row.status = OrderLifecycle.TABLE.after(row.status, event.getClass());
          change.accept(row);
        });
  }

  /** An order is over, for this reason; null for none. */
  Uni<Void> ended(OrderEvent event, String domain, String reason, Instant at) {
    return happened(
            event,
            domain,
            row -> {
              row.reason = reason;
              row.endedAt = at;
            })
        .chain(() -> subscriptions.released(event.id()));
  }

  private Uni<Void> change(String domain, OrderEvent event, Consumer<OrderRow> how) {
    return one(domain, event.id()).invoke(how).replaceWithVoid();
  }
}
