package io.coffer.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.rest.Api;
import java.util.List;

/** The calls of the API that work on subscriptions. */
final class Subscriptions {

  private static final String PATH = "/x-subscriptions";

  private final Api api;

  Subscriptions(Api api) {
    this.api = api;
  }

  List<JsonNode> list() {
    return api.list(PATH, "subscriptions");
  }

  JsonNode show(String id) {
    return one(api.get(path(id)));
  }

  JsonNode create(JsonNode body) {
    return one(api.post(PATH, body));
  }

  void delete(String id) {
    api.delete(path(id));
  }

  JsonNode test(String id) {
    return api.post(path(id) + "/test", null);
  }

  /**
   * Tells again some of what was given up.
   *
   * @param since only what happened then or later; null for all
   */
  JsonNode redeliver(String id, String since) {
    String query = since == null ? "" : "?since=" + Api.query(since);
    return one(api.post(path(id) + "/redeliver" + query, null));
  }

  private static JsonNode one(JsonNode answer) {
    return answer.path("subscription");
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }
}
