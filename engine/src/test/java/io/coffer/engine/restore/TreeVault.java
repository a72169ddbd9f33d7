package io.coffer.engine.restore;

import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.TreeBackup;
import io.coffer.engine.backup.TreeRequest;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A repository to save trees in, sound ones and others, and to restore them from. */
final class TreeVault {
  private final LocalStore store;
  private final RepositoryKeys keys = RepositoryKeys.generate();
  private Repository repository;

  TreeVault(Path folder) {
    store = new LocalStore(folder);
    repository = Repository.create(store, keys);
  }

  LocalStore store() {
    return store;
  }

  Snapshot backup(Path source) {
    TreeRequest request =
        new TreeRequest(
            List.of(source),
            "coffer",
            List.of(),
            OffsetDateTime.now(),
            Optional.empty(),
            false,
            Map.of());
    String id = new TreeBackup(repository).run(request, BackupListener.NONE).result().snapshotId();
    return new Snapshots(repository).find(id).orElseThrow();
  }

  /** Saves trees that no backup would write. */
  <R> R save(Function<PackSaver, R> trees) {
    try (PackSaver saver = new PackSaver(repository, 1)) {
      R saved = trees.apply(saver);
      saver.flush();
      return saved;
    }
  }

  /** A snapshot of a tree, which need not be written to be restored. */
  static Snapshot of(BlobId tree) {
    return new Snapshot(
        "", OffsetDateTime.now(), Optional.empty(), tree, List.of(), "coffer", "", List.of());
  }

  TreeRestore.Outcome restore(Snapshot snapshot, Path target) {
    return new TreeRestore(repository).run(snapshot, Selection.ALL, target, RestoreListener.NONE);
  }

  /** As a process that starts now sees it. */
  void reopen() {
    repository = Repository.open(store, keys.masterKey());
  }

  /** Packs of content, or of trees. */
  Set<String> packs(BlobType type) {
    return store.list(FileType.INDEX).stream()
        .flatMap(index -> repository.loadIndex(index.name()).stream())
        .filter(pack -> pack.blobs().get(0).type() == type)
        .map(pack -> pack.pack().hex())
        .collect(Collectors.toSet());
  }
}
