package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.AutoRenewSet;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionResized;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Page;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What domains bought for a time. */
@ApplicationScoped
public class SubscriptionStore implements PanacheRepositoryBase<SubscriptionRow, UUID> {

  /** The subscription of a resource if it is this domain's; else null. */
  public Uni<Subscription> state(String domain, UUID resourceId) {
    return findById(resourceId)
        .map(row -> row == null || !row.projectId.equals(domain) ? null : row.state());
  }

  /** Those of these resources that this domain has or had subscriptions of. */
  public Uni<List<Subscription>> states(String domain, List<UUID> resourceIds) {
    return list("projectId = ?1 and id in ?2", domain, resourceIds)
        .map(rows -> rows.stream().map(SubscriptionRow::state).toList());
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
    String hql =
        "select r from SubscriptionRow r" + criteria.clause() + " order by r.startedAt desc, r.id";
    return getSession()
        .chain(
            session ->
                criteria
                    .bind(session.createSelectionQuery(hql, SubscriptionRow.class))
                    .setFirstResult(page.offset())
                    .setMaxResults(page.limit())
                    .getResultList());
  }

  Uni<Long> total(Criteria criteria) {
    String hql = "select count(r) from SubscriptionRow r" + criteria.clause();
    return getSession()
        .chain(
            session ->
                criteria.bind(session.createSelectionQuery(hql, Long.class)).getSingleResult());
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
    row.status = SubscriptionLifecycle.TABLE.after(null, SubscriptionStarted.class);
    row.startedAt = event.startedAt();
    row.expiresAt = event.expiresAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> resized(SubscriptionResized event) {
    return change(
        event,
        row -> {
          row.line = sized(row.line, event);
          row.productId = event.productId();
          row.paid = Amounts.number(Amounts.of(event.paid()));
        });
  }

  Uni<Void> renews(AutoRenewSet event) {
    return change(event, row -> row.autoRenew = event.autoRenew());
  }

  Uni<Void> ended(SubscriptionEnded event) {
    return change(
        event,
        row -> row.status = SubscriptionLifecycle.TABLE.after(row.status, SubscriptionEnded.class));
  }

  private Uni<Void> change(SubscriptionEvent event, Consumer<SubscriptionRow> how) {
    return findById(event.resourceId()).invoke(how).replaceWithVoid();
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
