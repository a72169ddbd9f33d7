package io.coffer.systemtests.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.stack.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One row of a service's store, changed behind its back until this is closed. */
final class OneRow implements AutoCloseable {

  private static final String MARK = " (by hand)";

  private final Connection connection;
  private final String table;
  private final String column;
  private final int changed;

  private OneRow(Connection connection, String table, String column) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.column = column;
    this.changed =
        update(
            "update store.%1$s set %2$s = %2$s || '%3$s'"
                + " where ctid = (select ctid from store.%1$s order by ctid limit 1)");
  }

  static OneRow change(JsonNode credentials, String service, String table, String column)
      throws SQLException {
    return new OneRow(Databases.of(credentials, service), table, column);
  }

  /** How many rows were changed. */
  int changed() {
    return changed;
  }

  @Override
  public void close() throws SQLException {
    update("update store.%1$s set %2$s = replace(%2$s, '%3$s', '') where %2$s like '%%%3$s'");
    connection.close();
  }

  private int update(String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      return sql.executeUpdate(String.format(statement, table, column, MARK));
    }
  }
}
