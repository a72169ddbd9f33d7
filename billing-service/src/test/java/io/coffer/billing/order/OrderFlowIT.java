package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.Command;
import io.coffer.contracts.billing.AccountCommand.TopUp;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.OrderCommand.CancelOrder;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.billing.SubscriptionCommand.Resize;
import io.coffer.contracts.billing.SubscriptionCommand.SetAutoRenew;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.contracts.vault.VaultOrderCommand.ResizeVault;
import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class OrderFlowIT {

  private static final int PURCHASES = 1_000;
  private static final int COVERED = 100;

  /** A hundred orders like one. */
  private static final String MORE =
      """
      insert into store.customer_order (id, project_id, order_id, service, type, status, auto_pay,
        total, currency, lines, placed_at, pay_before)
      select gen_random_uuid(), project_id, order_id || n, service, type, status, auto_pay,
        total, currency, lines, placed_at, pay_before
      from store.customer_order, generate_series(1, 100) n where order_id = $1
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject OverdueLoop overdue;
  @Inject TurnedClock clock;
  @Inject Pool pool;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private Market market;

  @AfterEach
  void close() {
    clock.show(null);
    market.close();
  }

  @Test
  void paysExactlyWhatTheBalanceCoversOfAThousandPurchasesAtOnce() {
    market = new Market(bootstrapServers, "1700.00");
    IntStream.range(0, PURCHASES).forEach(i -> market.wire.send(market.order(true), now));
    List<String> ids =
        market.wire.await(OrderPlaced.class, PURCHASES).stream().map(OrderPlaced::orderId).toList();
    assertThat(new HashSet<>(ids)).hasSize(PURCHASES);
    assertThat(ids).allMatch(id -> id.matches("CS[0-9]{10}[A-Z0-9]{5}"));
    assertThat(market.ordersIn(OrderStatus.PROCESSING.number())).isEqualTo(COVERED);
    assertThat(market.ordersIn(OrderStatus.UNPAID.number())).isEqualTo(PURCHASES - COVERED);
    assertThat(market.balance()).isEqualTo("0.00");
    assertThat(sum(null)).isEqualTo("0.00");
    assertThat(sum("revenue")).isEqualTo("1700.00");
    assertThat(market.project.await(PrepayVault.class, COVERED)).hasSize(COVERED);
  }

  @Test
  void endsEachOrderOnceHoweverOftenAndInWhateverOrderItIsTold() {
    market = new Market(bootstrapServers, "1000.00");
    int orders = 20;
    List<UUID> commands =
        IntStream.range(0, orders)
            .mapToObj(i -> market.wire.send(market.order(true), now))
            .toList();
    List<String> ids = commands.stream().map(market::orderId).toList();
    List<Runnable> told = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      UUID order = commands.get(i);
      UUID message = UUID.randomUUID();
      boolean made = i % 2 == 0;
      for (UUID id : List.of(message, message, UUID.randomUUID())) {
        told.add(
            () ->
                market.wire.send(
                    id,
                    made ? new ConfirmLine(order, 0) : new RejectLine(order, 0, "C", "no"),
                    now));
      }
    }
    Collections.shuffle(told, new Random(42));
    told.forEach(Runnable::run);
    for (int i = 0; i < orders; i++) {
      market.awaitStatus(
          ids.get(i), i % 2 == 0 ? OrderStatus.COMPLETED.number() : OrderStatus.CANCELLED.number());
    }
    UUID last = market.wire.send(new CancelOrder("CS0"), now);
    assertThat(market.wire.outcome(last).status()).isEqualTo(404);
    assertThat(market.balance()).isEqualTo("830.00");
    assertThat(sum(null)).isEqualTo("0.00");
    assertThat(sum("balance")).isEqualTo("830.00");
  }

  @Test
  void followsAVaultFromItsOrderToItsEnd() throws Exception {
    market = new Market(bootstrapServers, "100.00");
    String bought = market.orderId(market.wire.send(market.order(true), now));
    assertThat(market.status(bought)).isEqualTo(3);
    PrepayVault ordered = market.project.await(PrepayVault.class, 1).get(0);
    UUID vault = ordered.vaultId();
    assertThat(ordered.order().orderId()).isEqualTo(bought);
    market.vaults.happens(new VaultSold(vault, ordered.order(), now));
    market.awaitStatus(bought, 5);
    assertThat(market.read("subscriptions?order_id=" + bought).getString("data[0].resource_id"))
        .isEqualTo(vault.toString());

    Resize larger =
        new Resize(vault, market.vaults.project(), null, "vault.backup.server.normal", 200, true);
    JsonNode change = ask(larger).body();
    assertThat(change.path("retCode").asText()).isEqualTo("0");
    assertThat(ask(new Unsubscribe(List.of(vault))).errorCode()).isEqualTo("CBC.99003651");
    ResizeVault resize = market.project.await(ResizeVault.class, 1).get(0);
    assertThat(resize.sizeGb()).isEqualTo(200);
    market.vaults.happens(new VaultOrderFulfilled(vault, resize.order()));
    market.awaitStatus(change.path("orderId").asText(), 5);
    assertThat(market.read("subscriptions").getInt("data[0].resource_size")).isEqualTo(200);

    assertThat(ask(new SetAutoRenew(vault, true)).status()).isEqualTo(204);
    assertThat(market.read("subscriptions").getInt("data[0].expire_policy")).isEqualTo(3);

    String end = ask(new Unsubscribe(List.of(vault))).body().at("/order_ids/0").asText();
    WithdrawVault withdraw = market.project.await(WithdrawVault.class, 1).get(0);
    market.vaults.happens(new VaultOrderFulfilled(vault, withdraw.order()));
    market.awaitStatus(end, 5);
    assertThat(market.read("subscriptions").getInt("data[0].status")).isEqualTo(3);
    assertThat(ask(new Unsubscribe(List.of(vault))).errorCode()).isEqualTo("CBC.99003012");
    assertThat(sum(null)).isEqualTo("0.00");
    assertThat(sum("balance")).isEqualTo(market.balance());
  }

  @Test
  void endsTheSubscriptionOfAVaultThatIsGoneAndGivesBackItsDays() throws Exception {
    market = new Market(bootstrapServers, "17.00");
    String bought = market.orderId(market.wire.send(market.order(true), now));
    PrepayVault ordered = market.project.await(PrepayVault.class, 1).get(0);
    market.vaults.happens(new VaultSold(ordered.vaultId(), ordered.order(), now));
    market.awaitStatus(bought, 5);
    market.vaults.happens(
        new VaultDeleted(UUID.randomUUID(), UUID.randomUUID(), now),
        new VaultDeleted(ordered.vaultId(), UUID.randomUUID(), now));
    market.wire.await(SubscriptionEnded.class, 1);
    assertThat(market.read("subscriptions").getInt("data[0].status")).isEqualTo(3);
    assertThat(market.balance()).isEqualTo("17.00");
    assertThat(sum(null)).isEqualTo("0.00");
  }

  @Test
  void endsTheSubscriptionOnceOfAVaultThatARenewalFindsGone() throws Exception {
    market = new Market(bootstrapServers, "40.00");
    String bought = market.orderId(market.wire.send(market.order(true), now));
    PrepayVault ordered = market.project.await(PrepayVault.class, 1).get(0);
    UUID vault = ordered.vaultId();
    market.vaults.happens(new VaultSold(vault, ordered.order(), now));
    market.awaitStatus(bought, 5);
    String renewal =
        ask(new RenewSubscriptions(List.of(vault), "month", 1, true))
            .body()
            .at("/order_ids/0")
            .asText();
    OrderReference order = market.project.await(RenewVault.class, 1).get(0).order();
    assertThat(market.balance()).isEqualTo("6.00");
    market.vaults.happens(
        new VaultMissed(vault),
        new VaultOrderRefused(vault, order, "BackupService.6105", "It does not exist."),
        new VaultMissed(vault));
    market.awaitStatus(renewal, 4);
    market.wire.await(SubscriptionEnded.class, 1);
    market.vaults.happens(new VaultMissed(vault), new VaultMissed(UUID.randomUUID()));
    String next = market.orderId(market.wire.send(market.order(true), now));
    assertThat(market.status(next)).isEqualTo(3);
    assertThat(market.read("subscriptions").getInt("data[0].status")).isEqualTo(3);
    assertThat(market.wire.messages(SubscriptionEnded.class)).hasSize(1);
    assertThat(market.balance()).isEqualTo("23.00");
    assertThat(sum(null)).isEqualTo("0.00");
  }

  @Test
  void paysWhatIsOwedFirstWhenMoneyIsPaidIn() {
    market = new Market(bootstrapServers, "0.00");
    ask(new ChargeUsage(UUID.randomUUID(), "p", now, new Amount("5.00", "USD")));
    assertThat(sum("receivable")).isEqualTo("-5.00");
    assertThat(ask(new TopUp(new Amount("3.00", "USD"))).body().at("/balance/value").asText())
        .isEqualTo("0.00");
    assertThat(sum("receivable")).isEqualTo("-2.00");
    assertThat(ask(new TopUp(new Amount("10.00", "USD"))).body().at("/balance/value").asText())
        .isEqualTo("8.00");
    assertThat(sum("receivable")).isEqualTo("0.00");
    assertThat(sum(null)).isEqualTo("0.00");
    for (String wrong : List.of("0.00", "-1.00", "1.001", "a")) {
      assertThat(ask(new TopUp(new Amount(wrong, "USD"))).errorCode()).isEqualTo("CBC.0100");
    }
    assertThat(ask(new TopUp(new Amount("1.00", "EUR"))).errorCode()).isEqualTo("CBC.0100");
  }

  @Test
  void refundsAVaultThatCannotBeMade() throws Exception {
    market = new Market(bootstrapServers, "17.00");
    String bought = market.orderId(market.wire.send(market.order(true), now));
    assertThat(market.balance()).isEqualTo("0.00");
    OrderReference order = market.project.await(PrepayVault.class, 1).get(0).order();
    market.vaults.happens(
        new VaultOrderRefused(UUID.randomUUID(), order, "BackupService.6103", "Taken."));
    market.awaitStatus(bought, 4);
    assertThat(market.balance()).isEqualTo("17.00");
    assertThat(market.read("customer-orders/details/" + bought).getString("order_info.reason"))
        .isEqualTo("BackupService.6103: Taken.");
    assertThat(market.read("subscriptions").getInt("total_count")).isZero();
  }

  @Test
  void waitsToBePaidAndIsGivenUpWhenNobodyDoes() {
    market = new Market(bootstrapServers, "17.00");
    String first = market.orderId(market.wire.send(market.order(false), now));
    String second = market.orderId(market.wire.send(market.order(false), now));
    String third = market.orderId(market.wire.send(market.order(false), now));
    assertThat(ask(new PayOrders(List.of(first, second))).errorCode()).isEqualTo("CBC.0100");
    assertThat(market.status(first)).isEqualTo(6);
    assertThat(ask(new PayOrders(List.of(first))).status()).isEqualTo(204);
    assertThat(ask(new PayOrders(List.of(first))).errorCode()).isEqualTo("CBC.99005010");
    assertThat(ask(new CancelOrder(first)).errorCode()).isEqualTo("CBC.99005010");
    assertThat(ask(new CancelOrder(third)).status()).isEqualTo(204);

    overdueAfter(23);
    assertThat(market.status(second)).isEqualTo(6);
    overdueAfter(25);
    await().atMost(Duration.ofSeconds(10)).until(() -> market.status(second) == 4);
    assertThat(market.status(first)).isEqualTo(3);
    assertThat(ask(new PayOrders(List.of(second))).errorCode()).isEqualTo("CBC.99005010");
  }

  @Test
  void anyNumberOfOrdersThatCannotBeReadHoldNoOtherUp() {
    market = new Market(bootstrapServers, "0.00");
    String torn = market.orderId(market.wire.send(market.order(false), now.minusSeconds(9)));
    String sound = market.orderId(market.wire.send(market.order(false), now));
    change("update store.customer_order set lines = '{' where order_id = $1", torn);
    change(MORE, torn);
    try {
      overdueAfter(25);
      market.awaitStatus(sound, 4);
    } finally {
      change("delete from store.customer_order where order_id like $1 || '%'", torn);
    }
  }

  private void overdueAfter(int hours) {
    clock.show(now.plus(Duration.ofHours(hours)));
    overdue.tick();
  }

  private void change(String sql, String orderId) {
    pool.preparedQuery(sql).execute(Tuple.of(orderId)).await().atMost(Duration.ofSeconds(10));
  }

  private Wire.Outcome ask(Command command) {
    return market.wire.outcome(market.wire.send(command, now));
  }

  /** What an account of the ledger has by all that was posted; all accounts for null. */
  private String sum(String account) {
    Money sum = Amounts.zero("USD");
    for (TransactionPosted transaction : market.wire.messages(TransactionPosted.class)) {
      for (Posting posting : transaction.postings()) {
        if (account == null || posting.account().equals(account)) {
          sum = sum.add(Amounts.of(posting.amount()));
        }
      }
    }
    return Amounts.number(sum).toPlainString();
  }
}
