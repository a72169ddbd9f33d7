package io.coffer.worker.repository;

import io.coffer.engine.store.RepositoryKeys;
import io.coffer.worker.plumbing.Plumbing;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of every repository: made once, sealed, in one row and in a file beside the repository.
 * Two workers that ask at once get the same keys.
 */
@ApplicationScoped
class RepositoryKeyTable {

  private final Plumbing plumbing;
  private final RepositoryFolders folders;
  private final Sealing sealing;

  RepositoryKeyTable(Plumbing plumbing, RepositoryFolders folders, SealingGuard guard) {
    this.plumbing = plumbing;
    this.folders = folders;
    this.sealing = guard.sealing();
  }

  /** A row of the table. */
  record Keys(String project, RepositoryKeys keys) {}

  /** The keys of a vault; empty when it never had a repository. */
  Optional<Keys> find(UUID vaultId) {
    List<Row> rows =
        plumbing.query(
            "select project, sealed from plumbing.repository_key where vault_id = $1", vaultId);
    return rows.stream()
        .findFirst()
        .map(row -> new Keys(row.getString(0), open(vaultId, row.getBuffer(1).getBytes())));
  }

  /** The keys of a vault, made if there are none. */
  Keys findOrMake(UUID vaultId, String project) {
    return find(vaultId).orElseGet(() -> make(vaultId, project));
  }

  void delete(UUID vaultId) {
    plumbing.change("delete from plumbing.repository_key where vault_id = $1", vaultId);
  }

  /** What lies beside the repository comes first: the row may have been lost with the database. */
  private Keys make(UUID vaultId, String project) {
    byte[] mine =
        folders
            .readSealed(vaultId)
            .orElseGet(() -> seal(vaultId, RepositoryKeys.generate().serialize()));
    plumbing.change(
        "insert into plumbing.repository_key (vault_id, project, sealed) values ($1, $2, $3)"
            + " on conflict do nothing",
        vaultId,
        project,
        Buffer.buffer(mine));
    List<Row> rows =
        plumbing.query(
            "select project, sealed from plumbing.repository_key where vault_id = $1", vaultId);
    byte[] sealed = rows.get(0).getBuffer(1).getBytes();
    folders.writeSealed(vaultId, sealed);
    return new Keys(rows.get(0).getString(0), open(vaultId, sealed));
  }

  private byte[] seal(UUID vaultId, byte[] secret) {
    return sealing.seal(RepositoryFolders.KEY_TABLE, vaultId.toString(), secret);
  }

  private RepositoryKeys open(UUID vaultId, byte[] sealed) {
    return RepositoryKeys.deserialize(
        sealing.open(RepositoryFolders.KEY_TABLE, vaultId.toString(), sealed));
  }
}
