package io.coffer.scheduler.backup;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Backups as the loop sees them that looks through all of them. Blocks. */
@ApplicationScoped
public class BackupTable {

  private static final String PAGE =
      """
      select distinct vault_id, project_id from store.backup
      where (automatic or expired_at is not null) and vault_id > $1
      order by vault_id limit 500
      """;

  private final BlockingSql sql;

  protected BackupTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** A vault and whose it is. */
  public record VaultOfProject(String project, UUID vaultId) {}

  /**
   * Vaults with backups that a policy made or that have an end of their own, in the order of their
   * ids, behind the last one; from the first one on for null.
   */
  public List<VaultOfProject> vaultsAfter(VaultOfProject last) {
    return sql.rows(
        PAGE,
        row -> new VaultOfProject(row.getString(1), row.getUUID(0)),
        last == null ? BlockingSql.BEFORE_ALL : last.vaultId());
  }
}
