package io.coffer.worker.repository;

import io.coffer.engine.StoreException;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.worker.job.RepositoryMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Adds up the files of a repository, without opening any. One that is not there weighs nothing that
 * can be told.
 */
@ApplicationScoped
class StoredBytes implements RepositoryMeter {

  private static final Logger LOG = Logger.getLogger(StoredBytes.class);
  private static final List<FileType> COUNTED =
      List.of(FileType.PACK, FileType.INDEX, FileType.SNAPSHOT);

  private final RepositoryFolders folders;
  private final RepositoryKeyTable keys;

  StoredBytes(RepositoryFolders folders, RepositoryKeyTable keys) {
    this.folders = folders;
    this.keys = keys;
  }

  @Override
  public OptionalLong storedBytes(UUID vaultId) {
    LocalStore store = new LocalStore(folders.of(vaultId));
    try {
      if (!store.exists(FileType.CONFIG, "")) {
        return keys.find(vaultId).isPresent() ? OptionalLong.empty() : OptionalLong.of(0);
      }
      return OptionalLong.of(
          COUNTED.stream()
              .flatMap(type -> store.list(type).stream())
              .mapToLong(StoredFile::bytes)
              .sum());
    } catch (StoreException e) {
      LOG.warnf("repository not measured vault=%s: %s", vaultId, e.getMessage());
      return OptionalLong.empty();
    }
  }
}
