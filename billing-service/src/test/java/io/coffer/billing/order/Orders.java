package io.coffer.billing.order;

import io.coffer.billing.account.Account;
import io.coffer.billing.money.Amounts;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.product.TariffLoader;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.testing.UnsetSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.javamoney.moneta.Money;

/** Orders for tests of decisions. */
public final class Orders {

  public static final String DOMAIN = "d0";
  public static final String PROJECT = "p0";
  public static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");
  public static final UUID ID = new UUID(4, 2);
  public static final UUID RESOURCE = new UUID(8, 8);
  public static final Envelope ENVELOPE =
      Envelope.stamped(ID, "test", "test", TIME, DOMAIN, "user", "req");

  public static final OrderSettings SETTINGS = UnsetSettings.of(OrderSettings.class);

  private Orders() {}

  public static Offers offers() {
    Tariff tariff = TariffLoader.comingAlong();
    return new Offers(tariff.products(), tariff.prices());
  }

  public static OrderDesk desk() {
    return new OrderDesk(null, null, offers(), SETTINGS);
  }

  /** A gigabyte of it costs 0.17 USD a month. */
  public static OrderLine vault(int sizeGb, String price) {
    return new OrderLine(
        RESOURCE,
        PROJECT,
        "region-1",
        "hws.service.type.cbr",
        "hws.resource.type.cbr.vault",
        "vault",
        "vault.backup.server.normal",
        sizeGb,
        "month",
        1,
        false,
        price == null ? null : new Amount(price, "USD"),
        new Provision(
            PROJECT,
            new UUID(5, 5),
            "coffer.vault-order.withdraw.v1",
            Json.MAPPER.createObjectNode().put("vaultId", RESOURCE.toString())));
  }

  public static Account account(String balance) {
    return account(balance, "USD");
  }

  /** An account that owes nothing. */
  public static Account account(String balance, String currency) {
    return new Account(
        DOMAIN, Amounts.of(new BigDecimal(balance), currency), Amounts.zero(currency));
  }

  /** An account that used something and did not pay it. */
  public static Account owing(String balance, String owed) {
    return new Account(
        DOMAIN,
        Amounts.of(new BigDecimal(balance), "USD"),
        Amounts.of(new BigDecimal(owed), "USD"));
  }

  /** An order of lines at these prices. */
  public static OrderState order(OrderType type, OrderStatus status, String... prices) {
    List<Line> lines = new ArrayList<>();
    Money total = Amounts.zero("USD");
    for (String price : prices) {
      lines.add(Line.of(vault(100, price)).priced("product", new Amount(price, "USD")));
      total = total.add(Amounts.of(new Amount(price, "USD")));
    }
    return new OrderState(ID, "CS2601311000ABCDE", DOMAIN, type, status, false, total, lines);
  }

  /** The line as it is once nobody could do what it asks for. */
  public static Line refused(Line line) {
    return line.refused("C", "why");
  }

  public static List<Event> events(Decision decision) {
    return ((Decision.Accepted) decision).events();
  }

  public static <E extends Event> E one(Decision decision, Class<E> type) {
    return events(decision).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }

  /** What an account has more after the decision than before. */
  public static String moved(Decision decision, String account) {
    Money sum = Amounts.zero("USD");
    for (Event event : events(decision)) {
      if (event instanceof TransactionPosted transaction) {
        for (Posting posting : transaction.postings()) {
          sum = posting.account().equals(account) ? sum.add(Amounts.of(posting.amount())) : sum;
        }
      }
    }
    return Amounts.number(sum).toPlainString();
  }
}
