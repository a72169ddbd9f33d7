package io.coffer.billing.order;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A domain that buys, with a project of it whose vaults a test plays. */
final class Market implements AutoCloseable {

  /** What a vault of this market costs: 100 GB for a month. */
  static final String PRICE = "17.00";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  final String domain = UUID.randomUUID().toString().replace("-", "");
  final Wire wire;
  final Wire project;
  final History vaults;

  Market(String bootstrapServers, String balance) {
    wire = new Wire(bootstrapServers, domain, "billing-service", Topic.BILLING_EVENTS);
    vaults = new History(bootstrapServers);
    project = new Wire(bootstrapServers, vaults.project(), "billing-service", Topic.BILLING_EVENTS);
    wire.outcome(wire.send(new OpenAccount(new Amount(balance, "USD")), Instant.now()));
  }

  PlaceOrder order(boolean autoPay) {
    return order(UUID.randomUUID(), autoPay);
  }

  PlaceOrder order(UUID resource, boolean autoPay) {
    return new PlaceOrder(
        "cbr",
        OrderType.NEW.number(),
        autoPay,
        List.of(
            new OrderLine(
                resource,
                vaults.project(),
                "region-1",
                "hws.service.type.cbr",
                "hws.resource.type.cbr.vault",
                "bought",
                "vault.backup.server.normal",
                100,
                "month",
                1,
                false,
                null,
                new Provision(
                    vaults.project(),
                    UUID.randomUUID(),
                    "coffer.vault-order.prepay.v1",
                    Json.MAPPER.createObjectNode().put("vaultId", resource.toString())))));
  }

  /** The id that people see of an order that was given. */
  String orderId(UUID command) {
    return wire.outcome(command).body().at("/orders/0/orderId").asText();
  }

  int status(String orderId) {
    return read("customer-orders/details/" + orderId).getInt("order_info.status");
  }

  void awaitStatus(String orderId, int status) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> status(orderId) == status);
  }

  int ordersIn(int status) {
    return read("customer-orders?limit=1&status=" + status).getInt("total_count");
  }

  String balance() {
    return read("balances").getString("account_balances[0].amount");
  }

  JsonPath read(String path) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + domain + "/" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Override
  public void close() {
    wire.close();
    project.close();
    vaults.close();
  }
}
