package io.coffer.systemtests.flow;

import io.coffer.systemtests.stack.Databases;
import io.coffer.systemtests.stack.RunningStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Copies of rows of vault-service by the thousand, gone when it is closed: no event made them. */
final class ManyRows implements AutoCloseable {

  private static final String MARK = "copied ";

  private static final String VAULTS =
      """
      insert into store.vault
      select (jsonb_populate_record(v, jsonb_build_object(
        'id', gen_random_uuid(), 'name', 'copied ' || n,
        'created_at', v.created_at + n * interval '1 millisecond'))).*
      from store.vault v, generate_series(1, ?) n where v.id = ?
      """;
  private static final String RESOURCES =
      """
      insert into store.vault_resource
      select (jsonb_populate_record(r, jsonb_build_object(
        'vault_id', v.id, 'resource_id', 'copied ' || n || v.id))).*
      from store.vault_resource r, store.vault v, generate_series(1, ?) n
      where r.vault_id = ? and v.name like 'copied %'
      """;
  private static final String BACKUPS =
      """
      insert into store.backup
      select (jsonb_populate_record(b, jsonb_build_object(
        'id', gen_random_uuid(), 'name', 'copied ' || n,
        'created_at', b.created_at + n * interval '1 millisecond'))).*
      from store.backup b, generate_series(1, ?) n where b.vault_id = ? and b.parent_id is null
      """;
  private static final String VOLUMES =
      """
      insert into store.backup
      select (jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'parent_id', b.id, 'place', n, 'name', 'copied volume'))).*
      from store.backup c, store.backup b, generate_series(1, ?) n
      where c.vault_id = ? and c.parent_id is not null and b.name like 'copied %'
        and b.parent_id is null and c.name not like 'copied %'
      """;

  private final Connection connection;
  private final UUID vault;

  private ManyRows(Connection connection, UUID vault) {
    this.connection = connection;
    this.vault = vault;
  }

  /**
   * @param vault of one server of one volume, with one backup of it
   */
  static ManyRows of(RunningStack stack, String vault) throws SQLException {
    return new ManyRows(Databases.of(stack.credentials(), "vault-service"), UUID.fromString(vault));
  }

  void vaults(int count, int resources) throws SQLException {
    insert(VAULTS, count);
    insert(RESOURCES, resources);
  }

  void backups(int count, int volumes) throws SQLException {
    insert(BACKUPS, count);
    insert(VOLUMES, volumes);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      delete("store.vault_resource", "resource_id");
      delete("store.vault", "name");
      delete("store.backup", "name");
    }
  }

  private void insert(String sql, int count) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, count);
      statement.setObject(2, vault);
      statement.executeUpdate();
    }
  }

  private void delete(String table, String column) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + table + " where " + column + " like ?")) {
      statement.setString(1, MARK + "%");
      statement.executeUpdate();
    }
  }
}
