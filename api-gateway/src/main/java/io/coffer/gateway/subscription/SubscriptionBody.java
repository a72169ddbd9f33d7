package io.coffer.gateway.subscription;

import io.coffer.contracts.notice.NoticeCommand.CreateSubscription;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import java.util.List;

/**
 * The body of a creation.
 *
 * @param secret what a webhook is signed with; null to have one made
 */
record SubscriptionBody(String kind, String target, String secret, List<String> eventTypes) {

  private static final String WEBHOOK = "webhook";

  static SubscriptionBody of(Body body) {
    Body given = body.object("subscription");
    String kind = given.text("kind");
    boolean webhook = kind.equals(WEBHOOK);
    String field = webhook ? "url" : "address";
    if (!given.has(field)) {
      throw ApiException.invalid("subscription." + field + " is mandatory for a " + kind + ".");
    }
    for (String other : List.of(webhook ? "address" : "url", "secret")) {
      if (given.has(other) && !(webhook && other.equals("secret"))) {
        throw ApiException.invalid("A " + kind + " has no subscription." + other + ".");
      }
    }
    return new SubscriptionBody(
        kind, given.text(field), given.text("secret"), given.texts("event_types"));
  }

  boolean wantsSecret() {
    return kind.equals(WEBHOOK) && secret == null;
  }

  CreateSubscription command() {
    return new CreateSubscription(kind, target, eventTypes.stream().distinct().toList());
  }

  @Override
  public String toString() {
    return "SubscriptionBody[" + kind + "]";
  }
}
