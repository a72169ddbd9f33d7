package io.coffer.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes and drops databases of one server, as its superuser. */
public final class Databases {

  private final int port;
  private final String password;

  /** Takes the port of 127.0.0.1 and the password of {@link PostgresServer#SUPERUSER}. */
  public Databases(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /** The JDBC URL of one database, without user and password. */
  public static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Makes the role and a database that it owns, or sets the password of the existing role. */
  public void ensure(String database, String role, String rolePassword) {
    try (Connection connection = connect()) {
      boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", role);
      execute(
          connection,
          (known ? "alter" : "create")
              + " role "
              + name(role)
              + " login password "
              + text(rolePassword));
      if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
        execute(connection, "create database " + name(database) + " owner " + name(role));
        execute(connection, "revoke all on database " + name(database) + " from public");
      }
    } catch (SQLException failed) {
      throw new LocalStackException("Cannot prepare database " + database, failed);
    }
  }

  /** Makes an empty database that an existing role owns. */
  public void create(String database, String owner) {
    try (Connection connection = connect()) {
      execute(connection, "create database " + name(database) + " owner " + name(owner));
    } catch (SQLException failed) {
      throw new LocalStackException("Cannot create database " + database, failed);
    }
  }

  /** Drops a database even if somebody is connected; a missing one is no error. */
  public void drop(String database) {
    try (Connection connection = connect()) {
      execute(connection, "drop database if exists " + name(database) + " with (force)");
    } catch (SQLException failed) {
      throw new LocalStackException("Cannot drop database " + database, failed);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(port, "postgres"), PostgresServer.SUPERUSER, password);
  }

  private static boolean exists(Connection connection, String query, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String text(String literal) {
    return "'" + literal.replace("'", "''") + "'";
  }
}
