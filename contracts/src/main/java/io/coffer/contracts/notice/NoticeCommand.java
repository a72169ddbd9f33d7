package io.coffer.contracts.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be asked of those who want to be told. Secrets ride no topic: the worker keeps them. */
public sealed interface NoticeCommand extends Command {

  /**
   * Makes the subscription {@code DerivedId.subscription(command id)}, whose secret the worker has
   * already.
   *
   * @param kind webhook or mail
   * @param target the address of the receiver
   * @param eventTypes what it is told; empty for everything
   */
  @WireName("coffer.notice-subscription.create.v1")
  record CreateSubscription(String kind, String target, List<String> eventTypes)
      implements NoticeCommand {}

  /** Deletes it, with what it has not been told yet. */
  @WireName("coffer.notice-subscription.delete.v1")
  record DeleteSubscription(UUID subscriptionId) implements NoticeCommand {}

  /** Tells it something that means nothing. */
  @WireName("coffer.notice-subscription.test.v1")
  record TestSubscription(UUID subscriptionId) implements NoticeCommand {}

  /**
   * Tells it again what was given up, the oldest first, and opens it if it was disabled.
   *
   * @param since only what happened then or later; null, and absent on the wire, for all
   */
  @WireName("coffer.notice-subscription.redeliver.v1")
  record RedeliverNotices(
      UUID subscriptionId, @JsonInclude(JsonInclude.Include.NON_EMPTY) Instant since)
      implements NoticeCommand {}

  /** Tells all who want to know. Follows the fact; no client may ask for it. */
  @WireName("coffer.notice.tell.v1")
  record TellNotice(Notice notice) implements NoticeCommand {}
}
