package io.coffer.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.local.SharedStack;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanonicalDumpIT {

  private final SharedStack stack = SharedStack.join();
  private String database;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    database = stack.createDatabase("dump");
    connection =
        DriverManager.getConnection(stack.jdbcUrl(database), stack.user(), stack.password());
    run("create schema store", "set time zone 'Asia/Tokyo'");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    stack.dropDatabase(database);
  }

  @Test
  void writesTablesColumnsAndRowsInOrder() throws SQLException {
    run(
        "create table store.zebra (id int primary key)",
        "create table store.ant (name text, id int, at timestamptz, data jsonb, size numeric,"
            + " raw bytea, good boolean, primary key (id))",
        "insert into store.ant values ('second', 2, null, null, null, null, null)",
        "insert into store.ant values ('first', 1, '2026-01-02T03:04:05.678999Z',"
            + " '{\"b\": 1, \"a\": 2}', 1.500, '\\x00ff', true)");
    assertThat(text())
        .isEqualTo(
            """
            table ant
            {"at":"2026-01-02T03:04:05.678Z","data":{"a":2,"b":1},"good":true,"id":1,"name":"first",\
            "raw":"00ff","size":1.5}
            {"at":null,"data":null,"good":null,"id":2,"name":"second","raw":null,"size":null}
            table zebra
            """);
  }

  @Test
  void isTheSameWhateverTheOrderOfColumnsAndInserts() throws SQLException {
    run(
        "create table store.pair (a int, b int, primary key (b, a))",
        "insert into store.pair values (1, 2), (2, 1)");
    CanonicalDump one = CanonicalDump.of(connection, "store");
    run(
        "drop table store.pair",
        "create table store.pair (b int, a int, primary key (b, a))",
        "insert into store.pair (a, b) values (2, 1)",
        "insert into store.pair (a, b) values (1, 2)");
    assertThat(CanonicalDump.of(connection, "store")).isEqualTo(one);
  }

  @Test
  void seesOneChangedValue() throws SQLException {
    run(
        "create table store.one (id int primary key, value text)",
        "insert into store.one values (1, 'a')");
    CanonicalDump before = CanonicalDump.of(connection, "store");
    run("update store.one set value = 'b'");
    CanonicalDump after = CanonicalDump.of(connection, "store");
    assertThat(after.sha256()).isNotEqualTo(before.sha256());
    assertThat(after.tables()).isEqualTo(before.tables());
  }

  @Test
  void plumbingIsNotInIt() throws SQLException {
    run("create schema plumbing", "create table plumbing.inbox (id int)");
    assertThat(text()).isEmpty();
  }

  private String text() throws SQLException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    CanonicalDump.of(connection, "store", text);
    return text.toString(StandardCharsets.UTF_8);
  }

  private void run(String... all) throws SQLException {
    for (String sql : all) {
      connection.createStatement().execute(sql);
    }
  }
}
