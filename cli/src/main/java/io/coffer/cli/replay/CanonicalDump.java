package io.coffer.cli.replay;

import io.coffer.contracts.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One schema as text that is the same wherever the same rows are: tables by name, columns by name,
 * rows by primary key, values as {@link CanonicalValue} writes them.
 *
 * @param tables in the order of the dump
 * @param sha256 of the whole text, as lower-case hex
 */
public record CanonicalDump(List<Table> tables, String sha256) {

  private static final int ROWS_A_FETCH = 1000;

  /** One table and how many rows it has. */
  public record Table(String name, long rows) {}

  /** Reads a schema in one snapshot, without writing the text anywhere. */
  public static CanonicalDump of(Connection connection, String schema) throws SQLException {
    return of(connection, schema, OutputStream.nullOutputStream());
  }

  /** Reads a schema in one snapshot and writes the text. The connection is left in autocommit. */
  public static CanonicalDump of(Connection connection, String schema, OutputStream text)
      throws SQLException {
    MessageDigest digest = Sha256.digest();
    connection.setAutoCommit(false);
    try {
      execute(connection, "set transaction isolation level repeatable read read only");
      List<Table> tables = new ArrayList<>();
      for (String table : tables(connection, schema)) {
        tables.add(new Table(table, table(connection, schema, table, digest, text)));
      }
      return new CanonicalDump(tables, HexFormat.of().formatHex(digest.digest()));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static long table(
      Connection connection, String schema, String table, MessageDigest digest, OutputStream text)
      throws SQLException {
    write("table " + table + "\n", digest, text);
    List<Column> columns = columns(connection, schema, table);
    String query =
        "select "
            + String.join(", ", columns.stream().map(column -> name(column.name())).toList())
            + " from "
            + name(schema)
            + "."
            + name(table)
            + " order by "
            + String.join(", ", order(connection, schema, table, columns));
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_A_FETCH);
      try (ResultSet result = statement.executeQuery(query)) {
        while (result.next()) {
          StringBuilder row = new StringBuilder("{");
          for (int i = 0; i < columns.size(); i++) {
            row.append(i == 0 ? "" : ",").append(CanonicalValue.quote(columns.get(i).name()));
            row.append(':').append(CanonicalValue.read(result, i + 1, columns.get(i).type()));
          }
          write(row.append("}\n").toString(), digest, text);
          rows++;
        }
      }
    }
    return rows;
  }

  private record Column(String name, String type) {}

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    return strings(
        connection,
        "select table_name::text from information_schema.tables where table_schema = ?"
            + " and table_type = 'BASE TABLE' order by table_name::text collate \"C\"",
        schema);
  }

  private static List<Column> columns(Connection connection, String schema, String table)
      throws SQLException {
    List<String> names = strings(connection, columnQuery("column_name::text"), schema, table);
    List<String> types = strings(connection, columnQuery("udt_name::text"), schema, table);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), types.get(i)));
    }
    return columns;
  }

  private static String columnQuery(String wanted) {
    return "select "
        + wanted
        + " from information_schema.columns where table_schema = ? and table_name = ?"
        + " order by column_name::text collate \"C\"";
  }

  /** The primary key's columns in its order; all columns where a table has none. */
  private static List<String> order(
      Connection connection, String schema, String table, List<Column> columns)
      throws SQLException {
    List<String> key =
        strings(
            connection,
            "select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality"
                + " as k(attnum, place) join pg_attribute a on a.attrelid = i.indrelid and"
                + " a.attnum = k.attnum where i.indisprimary and i.indrelid ="
                + " (quote_ident(?) || '.' || quote_ident(?))::regclass order by k.place",
            schema,
            table);
    List<String> chosen = key.isEmpty() ? columns.stream().map(Column::name).toList() : key;
    return chosen.stream().map(CanonicalDump::name).toList();
  }

  private static List<String> strings(Connection connection, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> all = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          all.add(result.getString(1));
        }
      }
      return all;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void write(String line, MessageDigest digest, OutputStream text) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    try {
      text.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
