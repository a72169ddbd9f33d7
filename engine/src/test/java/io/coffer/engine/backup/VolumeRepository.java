package io.coffer.engine.backup;

import io.coffer.engine.Restic;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.RestoreResult;
import io.coffer.engine.restore.RestoreTarget;
import io.coffer.engine.restore.VolumeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository of its own for each test, and volumes that are backed up into it. */
abstract class VolumeRepository {
  private static final OffsetDateTime TIME =
      OffsetDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC);
  static final String METADATA = "{\"name\":\"web\"}";

  @TempDir Path folder;
  RepositoryKeys keys;
  Repository repository;

  @BeforeEach
  void create() {
    keys = RepositoryKeys.generate();
    repository = Repository.create(new LocalStore(folder.resolve("repo")), keys);
  }

  Restic restic() {
    return new Restic(folder.resolve("repo"), keys.password());
  }

  BackupResult backup(Path volume) throws IOException {
    try (FileChannel channel = FileChannel.open(volume)) {
      return backup(BlockSource.of(channel), BackupListener.NONE);
    }
  }

  BackupResult backup(BlockSource source, BackupListener listener) {
    return new VolumeBackup(repository).run(request(source), listener);
  }

  static BackupRequest request(BlockSource source) {
    return request(new VolumeSource("/server/vol.raw", source));
  }

  static BackupRequest request(VolumeSource source) {
    return new BackupRequest(
        List.of(source),
        List.of(new SmallFile("/server/server.json", METADATA.getBytes())),
        "coffer",
        List.of("coffer:backup=1"),
        TIME,
        Optional.empty());
  }

  RestoreResult restore(String id, Path target) throws IOException {
    return restore(id, "/server/vol.raw", target);
  }

  RestoreResult restore(String id, String path, Path target) throws IOException {
    Snapshot snapshot = new Snapshots(repository).find(id).orElseThrow();
    try (FileChannel channel =
        FileChannel.open(
            target, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new VolumeRestore(repository)
          .run(snapshot, path, RestoreTarget.of(channel), RestoreListener.NONE);
    }
  }
}
