package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Crew;
import io.coffer.engine.DamagedException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.StoreException;
import io.coffer.engine.TargetException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Restores one file of a snapshot. What the target holds already is compared by hash and written
 * only where it differs, so a restore that was broken off goes on where it stopped. Bytes of the
 * target behind the end of the file stay as they are. Every byte is verified before it is written.
 */
public final class VolumeRestore {
  /** Each of them holds a few megabytes. */
  private static final int MOST_THREADS = 8;

  private final Repository repository;

  public VolumeRestore(Repository repository) {
    this.repository = repository;
  }

  /**
   * @throws NotFoundException if the snapshot has no such file
   * @throws DamagedException if what is stored is not what was backed up; names it
   * @throws TargetException if the target cannot be read or written
   * @throws StoreException if the repository cannot be read
   * @throws CancelledException if the listener asked for it
   */
  public RestoreResult run(
      Snapshot snapshot, String path, RestoreTarget target, RestoreListener listener) {
    repository.refresh();
    Node node = new SnapshotFiles(repository).find(snapshot, path);
    if (node.type() != NodeType.FILE) {
      throw new NotFoundException(path + " of snapshot " + snapshot.id() + " is not a file");
    }
    return run(node, target, listener);
  }

  RestoreResult run(Node node, RestoreTarget target, RestoreListener listener) {
    FileLayout layout = new FileLayout(repository.index(), node);
    RestoreTally tally = new RestoreTally(listener, layout.length());
    int threads = Math.min(MOST_THREADS, Crew.usualSize() + 4); // some wait for the disk
    try (Crew crew = new Crew(threads, "volume-restore")) {
      BitSet done = new TargetScan(layout, target, target.size(), tally).run(crew);
      new PackFetch(repository, layout, target, tally).run(crew, done);
      if (target.size() < layout.length()) {
        target.write(ByteBuffer.wrap(new byte[1]), layout.length() - 1);
      }
    } catch (IOException e) {
      throw new TargetException("the target cannot be written: " + e.getMessage(), e);
    }
    return tally.result();
  }
}
