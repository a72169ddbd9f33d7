package io.coffer.worker.backup;

import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.worker.repository.VaultRepositories;
import io.coffer.worker.source.ResourceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/** What backups say of the resources that they are of. */
@ApplicationScoped
class SnapshotRecords {

  private final VaultRepositories repositories;

  SnapshotRecords(VaultRepositories repositories) {
    this.repositories = repositories;
  }

  /** The record in a snapshot; empty when there is no such snapshot or no repository. */
  Optional<ResourceRecord> find(String project, UUID vaultId, String snapshotId, String resource) {
    return repositories
        .read(vaultId, project, repository -> bytes(repository, snapshotId, resource))
        .flatMap(found -> found)
        .map(SnapshotRecords::record);
  }

  private static Optional<byte[]> bytes(Repository repository, String snapshotId, String resource) {
    Optional<Snapshot> snapshot = new Snapshots(repository).find(snapshotId);
    return snapshot.map(
        found -> new SnapshotFiles(repository).read(found, BackupTags.metadataPath(resource)));
  }

  private static ResourceRecord record(byte[] json) {
    try {
      return ResourceRecord.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
