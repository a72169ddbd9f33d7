package io.coffer.vault.flow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows put into the store by the thousand, which events would take too long for. */
final class StoreRows {

  private static final String VAULTS =
      """
      insert into store.vault
      select gen_random_uuid(), ?, 'available', 'vault ' || v, 'server', 'backup', 'public', 100,
        '0', '[{"key":"größe","value":"' || v || '"}]', 'user', 0, 0,
        timestamptz '2026-01-01T00:00:00Z' + v * interval '1 second',
        timestamptz '2026-01-01T00:00:00Z',
        '{"bindRuleTags":[],"chargingMode":"post_paid","cloudType":"public",'
        || '"consistentLevel":"crash_consistent","enterpriseProjectId":"0","name":"vault ' || v
        || '","objectType":"server","protectType":"backup","sizeGb":100,"smnNotify":true,'
        || '"threshold":80}'
      from generate_series(1, ?) v
      """;
  private static final String RESOURCES =
      """
      insert into store.vault_resource
      select v.project_id, v.id || '-' || r, v.id, 'OS::Nova::Server', 'server ' || r, 40,
        'available', null, 1000000, 3, v.created_at + r * interval '1 millisecond',
        '{"excludeVolumes":[]}'
      from store.vault v, generate_series(1, ?) r where v.project_id = ?
      """;
  private static final String BACKUPS =
      """
      insert into store.backup
      select gen_random_uuid(), ?, gen_random_uuid(), gen_random_uuid(), null, 0, 'available',
        'backup ' || b %% 7, null, 'backup', 'server ' || b, 'OS::Nova::Server', 'server', 40, false,
        false, false, false, '0', 'snapshot', 1000000, 1000, null, null,
        timestamptz '2026-01-01T00:00:00Z' + b * interval '1 second',
        timestamptz '2026-01-01T00:00:00Z'
      from generate_series(1, ?) b
      """
          .replace("%%", "%");
  private static final String CHILDREN =
      """
      insert into store.backup
      select gen_random_uuid(), project_id, vault_id, checkpoint_id, id, c, status, name,
        description, image_type, 'volume ' || c, 'OS::Cinder::Volume', 'volume', 4, false, false,
        false, false, '0', 'snapshot', 1000, 0, null, null, created_at, updated_at
      from store.backup, generate_series(1, ?) c where project_id = ?
      """;

  private static final String CHECKPOINTS =
      """
      insert into store.checkpoint
      select checkpoint_id, project_id, vault_id, 'available', name, null, false, '[]', 1, 0, 0,
        created_at, updated_at
      from store.backup where project_id = ? and parent_id is null
      """;

  private final DataSource database;
  private final String project;

  StoreRows(DataSource database, String project) {
    this.database = database;
    this.project = project;
  }

  /** Vaults with so many resources each. */
  void vaults(int count, int resources) throws SQLException {
    run(VAULTS, project, count);
    run(RESOURCES, resources, project);
  }

  /** Empty vaults that were made long ago. */
  void agedVaults(int count) throws SQLException {
    run(VAULTS, project, count);
    run(
        "update store.vault set created_at = created_at - interval '9 days',"
            + " updated_at = created_at - interval '9 days' where project_id = ?",
        project);
  }

  /** Backups of servers with so many volumes each. */
  void backups(int count, int volumes) throws SQLException {
    run(BACKUPS, project, count);
    run(CHILDREN, volumes, project);
  }

  /**
   * Backups of servers with so many volumes each, and restore points, all in one vault; each ends.
   */
  void backupsIn(UUID vault, int count, int volumes) throws SQLException {
    backups(count, volumes);
    run(
        "update store.backup set vault_id = ?, expired_at = '2029-01-01' where project_id = ?",
        vault,
        project);
    run(CHECKPOINTS, project);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
