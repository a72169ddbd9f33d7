package io.coffer.systemtests.faults.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Unanswered;
import io.coffer.systemtests.api.Vaults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ThrowingRunnable;

/** Somebody who buys vaults, and asks again under the same token until there is an answer. */
final class Buyer {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String SPEC = "vault.backup.server.normal";

  private final Project project;
  private final List<String> orders = new ArrayList<>();
  private BigDecimal cost = BigDecimal.ZERO;

  Buyer(Project project) {
    this.project = project;
  }

  /** The orders that were given, as people know them. */
  List<String> orders() {
    return orders;
  }

  /** What those of them cost that were completed. */
  BigDecimal cost() {
    return cost;
  }

  /** Buys a vault, has it larger, and gives it back. */
  void buysChangesAndGivesBack() {
    JsonNode answer = ask("POST", "/vaults", order());
    String vault = answer.at("/orders/0/resourceId").asText();
    ends(answer.at("/orders/0/orderId").asText(), 5);
    comes(() -> assertThat(size(vault)).isEqualTo(100));

    ObjectNode larger = Json.MAPPER.createObjectNode().put("resource_id", vault);
    larger.put("is_auto_pay", true);
    larger
        .putObject("product_info")
        .put("product_id", "00301-231147-0--0")
        .put("resource_size", 200)
        .put("resource_spec_code", SPEC);
    ends(ask("POST", "/orders/change", larger).path("orderId").asText(), 5);
    comes(() -> assertThat(size(vault)).isEqualTo(200));

    ObjectNode end = Json.MAPPER.createObjectNode().put("unsubscribe_type", 1);
    end.putArray("resource_ids").add(vault);
    String path = "/orders/subscriptions/resources/unsubscribe";
    ends(askDomain("POST", path, end).at("/order_ids/0").asText(), 5);
    comes(() -> assertThat(project.get("/vaults/" + vault).status()).isEqualTo(404));
  }

  /** Orders a vault for what is in another one already, and gets the money back. */
  void isRefused(String server) {
    ObjectNode order = order();
    order
        .withArray("/vault/resources")
        .addObject()
        .put("id", server)
        .put("type", "OS::Nova::Server");
    JsonNode answer = ask("POST", "/vaults", order);
    ends(answer.at("/orders/0/orderId").asText(), 4);
    String vault = answer.at("/orders/0/resourceId").asText();
    comes(() -> assertThat(project.get("/vaults/" + vault).status()).isEqualTo(404));
  }

  private static ObjectNode order() {
    ObjectNode order = Vaults.request("bought " + UUID.randomUUID());
    order
        .withObject("/vault/billing")
        .put("charging_mode", "pre_paid")
        .put("period_type", "month")
        .put("period_num", 1)
        .put("is_auto_pay", true);
    return order;
  }

  private void ends(String order, int status) {
    assertThat(order).isNotEmpty();
    orders.add(order);
    AtomicReference<JsonNode> ended = new AtomicReference<>();
    comes(
        () -> {
          ended.set(details(order).path("order_info"));
          assertThat(ended.get().path("status").asInt()).isEqualTo(status);
        });
    if (status == 5) {
      cost = cost.add(new BigDecimal(ended.get().path("amount_after_discount").asText()));
    }
  }

  /** A service may be away for a moment. */
  private static void comes(ThrowingRunnable assertion) {
    await().atMost(LIMIT).untilAsserted(assertion);
  }

  private JsonNode details(String order) {
    String path = "/orders/customer-orders/details/" + order;
    return project.ofDomain("GET", path, null).expect(200);
  }

  private int size(String vault) {
    return project.get("/vaults/" + vault).expect(200).at("/vault/billing/size").asInt();
  }

  private JsonNode ask(String method, String path, JsonNode body) {
    Map<String, String> token = token();
    return answered(() -> project.send(method, path, body, token));
  }

  private JsonNode askDomain(String method, String path, JsonNode body) {
    Map<String, String> token = token();
    return answered(() -> project.ofDomain(method, path, body, token));
  }

  private static Map<String, String> token() {
    return Map.of("X-Client-Token", UUID.randomUUID().toString());
  }

  private static JsonNode answered(Question question) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> {
              try {
                return question.ask();
              } catch (Unanswered e) {
                return null;
              }
            },
            reply -> reply != null && reply.status() < 500)
        .expect(200);
  }

  /** What may have to be asked again. */
  @FunctionalInterface
  private interface Question {
    Reply ask();
  }
}
