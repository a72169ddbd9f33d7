package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.contracts.vault.VaultOrderCommand;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What is bought goes a whole way while each unit of work in it breaks: when it has claimed its
 * message, and when it has committed and sent nothing; and once with each message sent twice.
 * Whatever breaks, orders, ledger, balance and what was asked of the project agree. The profile
 * {@code soak} also goes the way once for each unit, which breaks alone, three times.
 */
abstract class BrokenCourse {

  private static final String BALANCE = "100000.00";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject Crash crash;
  @Inject TurnedClock clock;

  private final int times = Integer.getInteger("coffer.saga.times", 0);
  final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  Market market;

  /** Whether each message comes twice, as from whoever died before he noted that it left. */
  boolean twice;

  @BeforeEach
  void open() {
    market = new Market(bootstrapServers, BALANCE);
  }

  @AfterEach
  void close() {
    clock.show(null);
    market.close();
  }

  final void broken(Course course) throws Exception {
    twice = true;
    course.go();
    twice = false;
    int broken = 0;
    for (Milestone milestone : List.of(Milestone.CLAIMED, Milestone.COMMITTED)) {
      crash.atEach(milestone);
      course.go();
      broken += crash.stop();
      for (int time = 0; time < times; time++) {
        boolean more = true;
        for (int unit = 1; more; unit++) {
          crash.at(milestone, unit);
          course.go();
          more = !crash.cameToNothing();
          broken += more ? 1 : 0;
        }
      }
    }
    System.out.println("units broken: " + broken);
    assertThat(broken).isGreaterThanOrEqualTo(2 * (times + 1) * 10);
    List<Long> facts =
        market.wire.events().stream().map(e -> e.envelope().seq()).distinct().toList();
    assertThat(facts)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, facts.size()).boxed().toList());
    assertThat(Amounts.number(revenue(null)).negate().add(new BigDecimal(BALANCE)))
        .isEqualByComparingTo(market.balance());
  }

  /** Orders a vault and pays it: the id of the order. */
  final String paid(UUID vault) {
    String order = market.orderId(send(market.order(vault, false)));
    assertThat(market.status(order)).isEqualTo(OrderStatus.UNPAID.number());
    assertThat(ask(new PayOrders(List.of(order))).status()).isEqualTo(204);
    return order;
  }

  /** What the project was asked to do with a vault, which it was asked once. */
  final <C extends VaultOrderCommand> C asked(Class<C> type, UUID vault) {
    List<C> asked =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> ordered(type, vault), found -> !found.isEmpty());
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }

  final <C extends Command> List<C> ordered(Class<C> type, UUID vault) {
    return market.project.messages(type).stream()
        .filter(command -> id(command).equals(vault))
        .toList();
  }

  /** The order ends so, and what the ledger has of it is what it costs then. */
  final void ends(String order, OrderStatus status) {
    market.awaitStatus(order, status.number());
    String amount =
        market
            .read("customer-orders/details/" + order)
            .getString("order_info.amount_after_discount");
    BigDecimal kept = status == OrderStatus.COMPLETED ? new BigDecimal(amount) : BigDecimal.ZERO;
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(Amounts.number(revenue(order))).isEqualByComparingTo(kept));
  }

  /** What all transactions brought for an order, or for all; each of them sums to zero. */
  private Money revenue(String order) {
    Money revenue = Amounts.zero("USD");
    for (TransactionPosted posted : market.wire.messages(TransactionPosted.class)) {
      Money sum = Amounts.zero("USD");
      for (Posting posting : posted.postings()) {
        Money amount = Amounts.of(posting.amount());
        sum = sum.add(amount);
        boolean counts = order == null || order.equals(posted.reference());
        revenue = counts && posting.account().equals("revenue") ? revenue.add(amount) : revenue;
      }
      assertThat(sum.isZero()).isTrue();
    }
    return revenue;
  }

  final String subscription(String order) {
    var found = market.read("subscriptions?order_id=" + order);
    return found.getString("data[0].status") + " " + found.getString("data[0].resource_size");
  }

  static UUID id(Command command) {
    return UUID.fromString(Json.MAPPER.valueToTree(command).path("vaultId").asText());
  }

  final Wire.Outcome ask(Command command) {
    return market.wire.outcome(send(command));
  }

  private UUID send(Command command) {
    UUID id = market.wire.send(command, clock.now());
    if (twice) {
      market.wire.send(id, command, clock.now());
    }
    return id;
  }

  final void happens(Event event) throws Exception {
    market.vaults.happens(event);
    if (twice) {
      market.vaults.repeats();
    }
  }

  /** What happens once from its beginning to its end. */
  @FunctionalInterface
  interface Course {
    void go() throws Exception;
  }
}
