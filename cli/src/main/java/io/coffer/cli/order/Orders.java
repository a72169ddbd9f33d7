package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.coffer.cli.rest.Api;
import java.util.ArrayList;
import java.util.List;

/** The calls of the API that work on orders, which are the domain's. */
final class Orders {

  private static final String PATH = "/orders/customer-orders";

  private final Api api;

  Orders(Api api) {
    this.api = api;
  }

  /**
   * @param status only those in it; null for all
   */
  List<JsonNode> list(Integer status) {
    String filter = status == null ? "" : "&status=" + status;
    List<JsonNode> orders = new ArrayList<>();
    api.ofDomain("GET", PATH + "?limit=1000" + filter, null)
        .path("order_infos")
        .forEach(orders::add);
    return orders;
  }

  JsonNode show(String order) {
    return api.ofDomain("GET", PATH + "/details/" + Api.query(order), null);
  }

  /** Pays all or none. */
  void pay(List<String> orders) {
    api.ofDomain("POST", PATH + "/pay", body(String.join(",", orders)));
  }

  void cancel(String order) {
    api.ofDomain("PUT", PATH + "/cancel", body(order));
  }

  private static JsonNode body(String orders) {
    return JsonNodeFactory.instance.objectNode().put("order_id", orders);
  }
}
