package io.coffer.worker.jobs;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.DeliveryEvent.DeliveryGivenUp;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import io.coffer.worker.testing.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The notices of a project that are to be delivered, and what becomes of them. */
record Notices(Tenant tenant) {

  /** Has the notice of a subscription with this number delivered to a webhook. */
  StartDelivery send(UUID subscription, int number, String target) throws Exception {
    return send(subscription, number, target, "webhook");
  }

  StartDelivery send(UUID subscription, int number, String target, String kind) throws Exception {
    StartDelivery order =
        new StartDelivery(
            DerivedId.of(subscription, "delivery" + number),
            subscription,
            id(subscription, number),
            kind,
            target,
            "subject",
            "{\"n\":\"größe\"}",
            Tenant.TIME);
    tenant.send(UUID.randomUUID(), order);
    return order;
  }

  /** The ids of the first notices of a subscription. */
  static List<String> ids(UUID subscription, int many) {
    return IntStream.range(0, many).mapToObj(i -> id(subscription, i).toString()).toList();
  }

  /** What was said of those of a subscription so far. */
  List<DeliveryEvent> of(UUID subscription) {
    return tenant.deliveries().stream()
        .filter(event -> event.subscriptionId().equals(subscription))
        .toList();
  }

  /** Why those of a subscription were given up. */
  List<String> reasons(UUID subscription) {
    return of(subscription).stream().map(event -> ((DeliveryGivenUp) event).reason()).toList();
  }

  /** When the last one of a subscription ended. */
  Instant end(UUID subscription) {
    List<DeliveryEvent> all = of(subscription);
    return all.get(all.size() - 1).endedAt();
  }

  private static UUID id(UUID subscription, int number) {
    return DerivedId.of(subscription, "notice" + number);
  }
}
