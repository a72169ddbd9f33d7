package io.coffer.billing.lifetime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** All that the store has of the account of a customer, which is to be made again from events. */
record StoredAccount(SimulatedCustomer customer, DataSource database) {

  private static final Map<String, String> TABLES =
      Map.of(
          "account", "domain_id",
          "ledger_account", "domain_id",
          "posting", "domain_id",
          "customer_order", "project_id",
          "subscription", "project_id");

  void wipe() throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from store." + table.getKey() + " where " + table.getValue() + " = ?")) {
          delete.setString(1, customer.domain);
          delete.executeUpdate();
        }
      }
    }
  }

  List<String> dump() {
    return TABLES.entrySet().stream()
        .flatMap(
            table ->
                customer
                    .rows(
                        "select cast(to_jsonb(t) as text) from store."
                            + table.getKey()
                            + " t where "
                            + table.getValue()
                            + " = ? order by 1")
                    .stream()
                    .map(row -> table.getKey() + " " + row.get(0)))
        .sorted()
        .toList();
  }
}
