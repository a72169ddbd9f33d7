package io.coffer.scheduler.backup;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Backups as threads see them that look through all of them. Blocks. */
@ApplicationScoped
public class BackupTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 500;

  private final Pool pool;

  BackupTable(Pool pool) {
    this.pool = pool;
  }

  /** A vault and whose it is. */
  public record VaultOfProject(String project, UUID vaultId) {}

  /**
   * Vaults with backups that a policy made or that have an end of their own, in the order of their
   * ids, those after one.
   */
  public List<VaultOfProject> vaultsAfter(UUID last) {
    String sql =
        "select distinct vault_id, project_id from store.backup where (automatic or expired_at is"
            + " not null) and vault_id > $1 order by vault_id limit "
            + PAGE;
    return StreamSupport.stream(
            pool.preparedQuery(sql).execute(Tuple.of(last)).await().atMost(PATIENCE).spliterator(),
            false)
        .map(row -> new VaultOfProject(row.getString(1), row.getUUID(0)))
        .toList();
  }
}
