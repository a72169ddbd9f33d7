package io.coffer.cli.bench;

import io.coffer.local.Databases;
import io.coffer.local.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database beside the services' own, on the same server, with one table for rows like theirs. */
final class BenchDatabase implements AutoCloseable {

  private static final String NAME = "coffer_bench";
  private static final String INSERT = "insert into row_like (id, body) values (?, ?)";
  private static final String BODY = "x".repeat(500);

  private final int port;
  private final String password;
  private final Databases databases;

  BenchDatabase(int port, String password) throws SQLException {
    this.port = port;
    this.password = password;
    this.databases = new Databases(port, password);
    databases.drop(NAME);
    databases.create(NAME, PostgresServer.SUPERUSER);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table row_like (id uuid primary key, body text not null)");
    }
  }

  /** A client whose every transaction makes so many inserts. */
  Writer writer(int inserts) throws SQLException {
    return new Writer(connect(), inserts);
  }

  List<Writer> writers(int count, int inserts) throws SQLException {
    List<Writer> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(writer(inserts));
    }
    return all;
  }

  @Override
  public void close() {
    databases.drop(NAME);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        Databases.jdbcUrl(port, NAME), PostgresServer.SUPERUSER, password);
  }

  /** One connection of its own. */
  static final class Writer implements Crowd.Client, AutoCloseable {

    private final Connection connection;
    private final PreparedStatement insert;
    private final int inserts;

    private Writer(Connection connection, int inserts) throws SQLException {
      this.connection = connection;
      this.inserts = inserts;
      connection.setAutoCommit(inserts == 1);
      insert = connection.prepareStatement(INSERT);
    }

    @Override
    public void once() throws SQLException {
      for (int i = 0; i < inserts; i++) {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, BODY);
        insert.executeUpdate();
      }
      if (inserts > 1) {
        connection.commit();
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
