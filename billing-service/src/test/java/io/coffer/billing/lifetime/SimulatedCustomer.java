package io.coffer.billing.lifetime;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Command;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.AccountCommand.TopUp;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.PackageCommand.OrderPackages;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.messaging.dispatch.LocalDispatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A domain whose days a test lets pass. It plays the owner of its vaults, which does at once what
 * it is asked for. Each message comes twice, and once more under another id.
 */
final class SimulatedCustomer {

  private static final String VAULTS = "hws.service.type.cbr";

  final String domain = id();
  final String project = id();
  private final LocalDispatch messages;
  private final DataSource database;
  private final Map<UUID, String> names = new HashMap<>();
  private final Map<UUID, String> standing = new HashMap<>();
  private final Map<String, List<String>> days = new HashMap<>();

  SimulatedCustomer(LocalDispatch messages, DataSource database) {
    this.messages = messages;
    this.database = database;
  }

  void opens(String balance, Instant at) {
    give(new OpenAccount(new Amount(balance, "USD")), at);
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Buys a vault of 100 GB. */
  UUID buys(String name, String type, int number, boolean autoRenew, Instant at) {
    UUID vault = UUID.randomUUID();
    names.put(vault, name);
    Provision provision =
        new Provision(
            project,
            UUID.randomUUID(),
            "coffer.vault-order.prepay.v1",
            Json.MAPPER.createObjectNode().put("vaultId", vault.toString()));
    OrderLine line =
        new OrderLine(
            vault,
            project,
            SimulatedPrices.REGION,
            VAULTS,
            "hws.resource.type.cbr.vault",
            name,
            "vault.backup.server.normal",
            100,
            type,
            number,
            autoRenew,
            null,
            provision);
    once(new PlaceOrder("cbr", 1, true, List.of(line)), at);
    settles(at);
    return vault;
  }

  UUID buysPackage(String name, Instant at) {
    UUID bought = UUID.randomUUID();
    names.put(bought, name);
    once(
        new OrderPackages(
            bought,
            project,
            SimulatedPrices.REGION,
            "gaussdb.mysql.backup.pkg.1tb",
            1,
            "month",
            1,
            true,
            true),
        at);
    settles(at);
    return bought;
  }

  void paysIn(String amount, Instant at) {
    once(new TopUp(new Amount(amount, "USD")), at);
  }

  /** Says something, and says the same again in other words. */
  void give(Command command, Instant at) {
    once(command, at);
    once(command, at);
  }

  /** Says something under one id, as often as it takes, and once more. */
  void once(Command command, Instant at) {
    UUID id = UUID.randomUUID();
    give(id, command, at);
    give(id, command, at);
  }

  private void give(UUID id, Command command, Instant at) {
    String type = Catalogue.of(command).type();
    try {
      messages.give(id, type, at, domain, command);
    } catch (RuntimeException crashed) {
      messages.give(id, type, at, domain, command);
    }
  }

  /** Whatever is paid is done: vaults by this, packages by the service. */
  void settles(Instant at) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    for (List<UUID> open = confirm(at); !open.isEmpty(); open = confirm(at)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("orders " + open + " do not end");
      }
    }
  }

  /** Vaults that were to be released are gone. */
  void forgets(UUID vault, Instant at) {
    give(new EndSubscription(vault), at);
  }

  /** The days on which something stood otherwise than before, with how it stood then. */
  List<String> days(String name) {
    return days.getOrDefault(name, List.of());
  }

  /** Notes how things stand. */
  void look(Instant now) {
    for (List<String> row :
        rows("select id, status, expires_at from store.subscription where project_id = ?")) {
      UUID id = UUID.fromString(row.get(0));
      String stands =
          row.get(1).equals("ACTIVE") ? "until " + row.get(2).substring(0, 10) : row.get(1);
      if (!stands.equals(standing.put(id, stands))) {
        days.computeIfAbsent(names.get(id), name -> new ArrayList<>())
            .add(now.atZone(ZoneOffset.UTC).toLocalDate() + " " + stands);
      }
    }
  }

  /** The only column of the only row. */
  String value(String sql) {
    return rows(sql).get(0).get(0);
  }

  /** Rows of a table of this domain, which is the parameter. */
  List<List<String>> rows(String sql) {
    return rows(sql, domain);
  }

  List<List<String>> rows(String sql, String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, key);
      List<List<String>> rows = new ArrayList<>();
      ResultSet found = select.executeQuery();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<UUID> confirm(Instant at) {
    List<UUID> open = new ArrayList<>();
    for (List<String> row :
        rows(
            "select id, lines from store.customer_order"
                + " where project_id = ? and status = 'PROCESSING'")) {
      UUID order = UUID.fromString(row.get(0));
      open.add(order);
      if (isOfVaults(row.get(1))) {
        UUID id = DerivedId.of(order, "confirmed");
        give(id, new ConfirmLine(order, 0), at);
        give(id, new ConfirmLine(order, 0), at);
        once(new ConfirmLine(order, 0), at);
      }
    }
    return open;
  }

  private static boolean isOfVaults(String lines) {
    try {
      JsonNode line = Json.MAPPER.readTree(lines).path(0);
      return line.at("/wanted/serviceType").asText().equals(VAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
