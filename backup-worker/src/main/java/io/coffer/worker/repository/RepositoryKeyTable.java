package io.coffer.worker.repository;

import io.coffer.engine.store.RepositoryKeys;
import io.coffer.worker.plumbing.Plumbing;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
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

  /**
   * A row of the table.
   *
   * @param made whether the repository was made; else nobody has written to it yet
   */
  record Keys(String project, RepositoryKeys keys, boolean made) {}

  /** The keys of a vault; empty when it never had a repository. */
  Optional<Keys> find(UUID vaultId) {
    return row(vaultId).map(row -> keys(vaultId, row));
  }

  /** Notes that the repository of a vault is there from now on. */
  void made(UUID vaultId) {
    plumbing.change("update plumbing.repository_key set made = true where vault_id = $1", vaultId);
  }

  /** Whether a repository of any vault was ever made here. */
  boolean anyMade() {
    return !plumbing.query("select 1 from plumbing.repository_key where made limit 1").isEmpty();
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
    Row row = row(vaultId).orElseThrow();
    folders.writeSealed(vaultId, row.getBuffer(1).getBytes());
    return keys(vaultId, row);
  }

  private Optional<Row> row(UUID vaultId) {
    return plumbing
        .query(
            "select project, sealed, made from plumbing.repository_key where vault_id = $1",
            vaultId)
        .stream()
        .findFirst();
  }

  private Keys keys(UUID vaultId, Row row) {
    return new Keys(
        row.getString(0), open(vaultId, row.getBuffer(1).getBytes()), row.getBoolean(2));
  }

  private byte[] seal(UUID vaultId, byte[] secret) {
    return sealing.seal(RepositoryFolders.KEY_TABLE, vaultId.toString(), secret);
  }

  private RepositoryKeys open(UUID vaultId, byte[] sealed) {
    return RepositoryKeys.deserialize(
        sealing.open(RepositoryFolders.KEY_TABLE, vaultId.toString(), sealed));
  }
}
