package io.coffer.systemtests.faults.saga;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.Databases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the ledger of a domain says, read past the service. */
final class Books implements AutoCloseable {

  private final Connection connection;
  private final String domain;

  private Books(Connection connection, String domain) {
    this.connection = connection;
    this.domain = domain;
  }

  static Books of(JsonNode credentials) throws SQLException {
    return new Books(
        Databases.of(credentials, "billing-service"), credentials.path("domain_id").asText());
  }

  /** All postings of the domain together. */
  BigDecimal all() throws SQLException {
    return sum("select sum(amount) from store.posting where domain_id = ?");
  }

  /** What the balance lost to these orders. */
  BigDecimal paid(List<String> orders) throws SQLException {
    return sum(
            "select sum(amount) from store.posting"
                + " where domain_id = ? and account = 'balance' and reference = any(?)",
            (Object) orders.toArray(String[]::new))
        .negate();
  }

  /** What the balance is by its postings, and as it is kept beside them: the difference. */
  BigDecimal difference() throws SQLException {
    return sum("select sum(amount) from store.posting where domain_id = ? and account = 'balance'")
        .subtract(
            sum(
                "select amount from store.ledger_account where domain_id = ? and account ="
                    + " 'balance'"));
  }

  /** How many vaults are being paid for that these orders bought. */
  BigDecimal subscribed(List<String> orders) throws SQLException {
    return sum(
        "select count(*) from store.subscription"
            + " where project_id = ? and status = 'ACTIVE' and order_id = any(?)",
        (Object) orders.toArray(String[]::new));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private BigDecimal sum(String sql, Object... more) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, domain);
      for (int i = 0; i < more.length; i++) {
        query.setArray(i + 2, connection.createArrayOf("text", (Object[]) more[i]));
      }
      ResultSet rows = query.executeQuery();
      return rows.next() && rows.getBigDecimal(1) != null ? rows.getBigDecimal(1) : BigDecimal.ZERO;
    }
  }
}
