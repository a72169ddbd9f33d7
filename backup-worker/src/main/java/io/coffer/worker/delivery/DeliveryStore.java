package io.coffer.worker.delivery;

import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.DeliveryEvent.ReceiverGone;
import io.coffer.contracts.work.DeliveryCommand.ForgetSubscription;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Deliveries as the handling of a message sees them: inside the dispatcher's transaction. */
@ApplicationScoped
public class DeliveryStore {

  /** Queues a delivery, unless it is there. */
  public Uni<Void> add(StartDelivery order, Envelope envelope) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        insert into plumbing.delivery (id, project, subscription_id, notice_id,
                          kind, target, subject, body, command_id, caller, request_id, traceparent)
                        values (:id, :project, :subscription, :notice, :kind, :target, :subject,
                          :body, :command, :caller, :request, :trace)
                        on conflict (id) do nothing
                        """)
                    .setParameter("id", order.deliveryId())
                    .setParameter("project", envelope.project())
                    .setParameter("subscription", order.subscriptionId())
                    .setParameter("notice", order.noticeId())
                    .setParameter("kind", order.kind())
                    .setParameter("target", order.target())
                    .setParameter("subject", order.subject())
                    .setParameter("body", order.body())
                    .setParameter("command", envelope.id())
                    .setParameter("caller", envelope.caller())
                    .setParameter("request", envelope.requestId())
                    .setParameter("trace", envelope.traceparent())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Drops what a subscription is not told yet, and its secret. */
  public Uni<Void> forget(ForgetSubscription order, Envelope envelope) {
    Map<String, Object> which =
        Map.of("subscription", order.subscriptionId(), "project", envelope.project());
    return change(
            "delete from plumbing.delivery"
                + " where subscription_id = :subscription and project = :project",
            which)
        .chain(
            () ->
                change(
                    "delete from plumbing.subscription_secret"
                        + " where subscription_id = :subscription and project = :project",
                    which));
  }

  /** Whether this holder may still speak for it; then nobody else may until the end. */
  Uni<Boolean> isHeld(Delivery delivery, String holder) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select id from plumbing.delivery where id = :id and epoch = :epoch"
                            + " and lease_owner = :holder for update",
                        Object.class)
                    .setParameter("id", delivery.id())
                    .setParameter("epoch", delivery.epoch())
                    .setParameter("holder", holder)
                    .getResultList())
        .map(found -> !found.isEmpty());
  }

  /** It is over; where the receiver is gone, so is all that waits for it. */
  public Uni<Void> ended(DeliveryEvent event) {
    return event instanceof ReceiverGone
        ? change(
            "delete from plumbing.delivery where subscription_id = :subscription",
            Map.of("subscription", event.subscriptionId()))
        : change("delete from plumbing.delivery where id = :id", Map.of("id", event.deliveryId()));
  }

  private static Uni<Void> change(String sql, Map<String, Object> parameters) {
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createNativeQuery(sql);
              parameters.forEach(query::setParameter);
              return query.executeUpdate();
            })
        .replaceWithVoid();
  }
}
