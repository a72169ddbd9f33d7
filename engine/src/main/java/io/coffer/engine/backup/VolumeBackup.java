package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.SavingJob;
import io.coffer.engine.store.Segments;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Backs volumes and small files up into one snapshot. The caller holds a shared lock of the
 * repository meanwhile. Blocks that the repository has already are not stored again, whatever
 * volume they came from; so the next run after one that failed goes on where that one stopped.
 */
public final class VolumeBackup {
  private final Repository repository;
  private final long segmentsAbove;

  public VolumeBackup(Repository repository) {
    this(repository, Segments.USUAL_LIMIT);
  }

  /**
   * @param segmentsAbove bytes above which a volume is kept in segments
   */
  VolumeBackup(Repository repository, long segmentsAbove) {
    this.repository = repository;
    this.segmentsAbove = segmentsAbove;
  }

  /**
   * @throws SourceException if a volume cannot be read or is shorter than it said
   * @throws StoreException if the repository cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public BackupResult run(BackupRequest request, BackupListener listener) {
    return SavingJob.run(repository, (crew, saver) -> store(request, listener, crew, saver));
  }

  private BackupResult store(
      BackupRequest request, BackupListener listener, Crew crew, PackSaver saver) {
    BackupTally tally = new BackupTally(listener, totalBytes(request), saver::storedBytes);
    FolderLayout layout = new FolderLayout(request.time());
    tally.processed(0);
    ParentTree parent = ParentTree.of(repository, request.parent());
    VolumeSaver volumes = new VolumeSaver(repository, crew, saver, tally, segmentsAbove);
    for (VolumeSource volume : request.volumes()) {
      Optional<Node> before =
          volume.changedExtents().flatMap(extents -> parent.find(volume.path()));
      Node empty = layout.file(volume.path(), 0, List.of());
      layout.add(volume.path(), volumes.save(volume, empty, before));
    }
    for (SmallFile file : request.files()) {
      layout.add(file, saver);
      tally.processed(file.bytes().length);
    }
    BlobId tree = layout.store(saver);
    saver.flush();
    tally.checkCancelled();
    listener.allRead();
    StoredFile snapshot = new Snapshots(repository).save(snapshot(request, layout, tree));
    return tally.result(saver, snapshot);
  }

  private static long totalBytes(BackupRequest request) {
    return Stream.concat(
            request.volumes().stream().map(volume -> volume.source().size()),
            request.files().stream().map(file -> (long) file.bytes().length))
        .mapToLong(Long::longValue)
        .sum();
  }

  private static Snapshot snapshot(BackupRequest request, FolderLayout layout, BlobId tree) {
    return new Snapshot(
        "",
        request.time(),
        request.parent(),
        tree,
        new ArrayList<>(layout.paths()),
        request.hostname(),
        "",
        request.tags());
  }
}
