package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;

/** The calls of the API that work on what was bought for a time. */
final class Bought {

  private static final int PAGE = 500;
  private static final String RESOURCES = "/orders/subscriptions/resources/";

  private final Api api;

  Bought(Api api) {
    this.api = api;
  }

  JsonNode all() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("limit", PAGE);
    return api.ofDomain("POST", "/orders/suscriptions/resources/query", body).path("data");
  }

  /** Pays a further term from the balance. */
  JsonNode renew(String resource, boolean years, int number) {
    ObjectNode body = of(resource).put("period_type", years ? 3 : 2).put("period_num", number);
    return api.ofDomain("POST", RESOURCES + "renew", body.put("is_auto_pay", 1));
  }

  void autoRenew(String resource, boolean on) {
    api.ofDomain(on ? "POST" : "DELETE", RESOURCES + "autorenew/" + Api.query(resource), null);
  }

  JsonNode unsubscribe(String resource) {
    return api.ofDomain("POST", RESOURCES + "unsubscribe", of(resource).put("unsubscribe_type", 1));
  }

  /** Tells the orders that came of it. */
  static void tell(OutputOption output, JsonNode answer) {
    if (output.isJson()) {
      output.json(answer);
      return;
    }
    answer.path("order_ids").forEach(order -> System.out.println(order.asText()));
  }

  private static ObjectNode of(String resource) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("resource_ids").add(resource);
    return body;
  }
}
