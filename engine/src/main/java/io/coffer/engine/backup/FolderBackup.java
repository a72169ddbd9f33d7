package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Cause;
import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.SavingJob;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Backs a folder up, wherever it is, under a path that stays the same. The caller holds a shared
 * lock of the repository meanwhile.
 */
public final class FolderBackup {
  /**
   * What was done.
   *
   * @param unreadable what is missing although it was there all the time
   */
  public record Outcome(BackupResult result, List<String> unreadable) {}

  private final Repository repository;
  private final Duration patience;

  public FolderBackup(Repository repository) {
    this(repository, BlockSource.USUAL_PATIENCE);
  }

  /**
   * @param patience how long a file may take to answer
   */
  FolderBackup(Repository repository, Duration patience) {
    this.repository = repository;
    this.patience = patience;
  }

  /**
   * @throws SourceException if there is no such folder, or some of it does not answer
   * @throws StoreException if the repository cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(FolderRequest request, BackupListener listener) {
    return SavingJob.run(repository, (crew, saver) -> store(request, listener, crew, saver));
  }

  private Outcome store(
      FolderRequest request, BackupListener listener, Crew crew, PackSaver saver) {
    BackupTally tally = new BackupTally(listener, 0, saver::storedBytes);
    SkippedFiles skipped = new SkippedFiles();
    FolderLayout layout = new FolderLayout(request.time());
    layout.add(request.path(), folder(request, crew, saver, tally, skipped));
    request.files().forEach(file -> layout.add(file, saver));
    BlobId tree = layout.store(saver);
    saver.flush();
    tally.checkCancelled();
    listener.allRead();
    StoredFile snapshot = new Snapshots(repository).save(snapshot(request, layout, tree));
    return new Outcome(tally.result(saver, snapshot), skipped.unreadable());
  }

  private Node folder(
      FolderRequest request, Crew crew, PackSaver saver, BackupTally tally, SkippedFiles skipped) {
    FolderWalk walk =
        new FolderWalk(
            repository,
            saver,
            crew.size(),
            tally,
            skipped,
            new SourceCalls(patience),
            BlobSpool.MOST_BYTES);
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    try {
      Inode inode = Inode.of(request.folder().toRealPath());
      return walk.store(request.folder().toRealPath(), FolderWalk.Entries.ALL, parent(request))
          .map(tree -> Node.folder(RawPath.ofText(name), inode.metadata(), tree))
          .orElseThrow(() -> unusable(request, skipped.messages().get(0), null));
    } catch (IOException e) {
      throw unusable(request, Cause.of(e), e);
    }
  }

  private ParentTree parent(FolderRequest request) {
    ParentTree found = ParentTree.of(repository, request.parent());
    for (String name : request.path().substring(1).split("/", -1)) {
      found = found.folder(RawPath.ofText(name));
    }
    return found;
  }

  private static SourceException unusable(FolderRequest request, String why, IOException cause) {
    return new SourceException(RawPath.text(request.folder()), why, cause);
  }

  private static Snapshot snapshot(FolderRequest request, FolderLayout layout, BlobId tree) {
    return new Snapshot(
        "",
        request.time(),
        request.parent(),
        tree,
        layout.paths(),
        request.hostname(),
        "",
        request.tags());
  }
}
