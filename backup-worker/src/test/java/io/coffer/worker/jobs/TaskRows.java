package io.coffer.worker.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The table of tasks as one worker's connection sees it. */
record TaskRows(Connection connection) implements AutoCloseable {

  /** Adds a backup, or what wants the vault for itself; it came so many seconds after the first. */
  UUID add(UUID vault, boolean exclusive, int order) throws SQLException {
    return add("p", vault, exclusive, order);
  }

  UUID add(String project, UUID vault, boolean exclusive, int order) throws SQLException {
    UUID task = UUID.randomUUID();
    run(
        "insert into plumbing.task (id, project, vault_id, kind, exclusive, payload, command_id,"
            + " created_at) values (?, ?, ?, 'BACKUP', ?, '{}', ?, to_timestamp(?))",
        task,
        project,
        vault,
        exclusive,
        UUID.randomUUID(),
        order);
    return task;
  }

  /** The task that a worker gets now; null for none. */
  UUID claim() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select id from plumbing.claim_task('me', 15000)");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1, UUID.class) : null;
    }
  }

  void done(UUID task) throws SQLException {
    run("update plumbing.task set state = 'done' where id = ?", task);
  }

  long number(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
