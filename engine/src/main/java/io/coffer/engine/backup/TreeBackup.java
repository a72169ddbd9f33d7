package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.SavingJob;
import io.coffer.engine.store.Segments;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Backs paths of this machine up into one snapshot, under their absolute paths. The caller holds a
 * shared lock of the repository meanwhile.
 */
public final class TreeBackup {
  /** What was done, and what had to be left out because it vanished or could not be read. */
  public record Outcome(BackupResult result, List<String> skipped) {}

  private final Repository repository;
  private final long mostTreeBytes;

  public TreeBackup(Repository repository) {
    this(repository, BlobSpool.MOST_BYTES);
  }

  TreeBackup(Repository repository, long mostTreeBytes) {
    this.repository = repository;
    this.mostTreeBytes = mostTreeBytes;
  }

  /**
   * @throws StoreException if the repository cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(TreeRequest request, BackupListener listener) {
    return SavingJob.run(
        repository, (crew, saver) -> new Run(request, listener, crew, saver).store());
  }

  private final class Run {
    private final TreeRequest request;
    private final BackupListener listener;
    private final PackSaver saver;
    private final BackupTally tally;
    private final SkippedFiles skipped = new SkippedFiles();
    private final SourceCalls calls = new SourceCalls(BlockSource.USUAL_PATIENCE);
    private final FolderWalk walk;
    private final VolumeSaver volumes;

    Run(TreeRequest request, BackupListener listener, Crew crew, PackSaver saver) {
      this.request = request;
      this.listener = listener;
      this.saver = saver;
      tally = new BackupTally(listener, totalBytes(), saver::storedBytes);
      walk = new FolderWalk(repository, saver, crew.size(), tally, skipped, calls, mostTreeBytes);
      volumes = new VolumeSaver(repository, crew, saver, tally, Segments.USUAL_LIMIT);
    }

    Outcome store() {
      ParentTree parent = ParentTree.of(repository, request.parent());
      Branch root = Branch.of(request.paths());
      BlobId tree =
          folder(Path.of("/"), root, root.isNamed(), parent)
              .orElseThrow(() -> new SourceException("/", "cannot be kept", null));
      saver.flush();
      tally.checkCancelled();
      listener.allRead();
      StoredFile file = new Snapshots(repository).save(snapshot(tree));
      return new Outcome(tally.result(saver, file), skipped.messages());
    }

    /** Of the volumes; how much is in folders is not known before they are walked. */
    private long totalBytes() {
      try {
        long total = 0;
        for (Path path : request.paths()) {
          BasicFileAttributes found =
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (!found.isRegularFile()) {
            return 0;
          }
          total += found.size();
        }
        return total;
      } catch (IOException e) {
        return 0; // whoever reads it will tell
      }
    }

    /**
     * What was named below a folder is reached by its name also where the whole folder was: behind
     * a link, as a volume, or in a folder that cannot be listed.
     */
    private Optional<BlobId> folder(Path path, Branch branch, boolean whole, ParentTree parent) {
      Set<String> named = new HashSet<>();
      Map<String, Optional<Node>> known = new HashMap<>();
      branch.below.forEach(
          (name, below) -> {
            named.add(name);
            Path child = RawPath.resolve(path, name);
            if (!below.isLeaf() || isVolume(child)) {
              known.put(name, node(child, name, below, whole, parent));
            }
          });
      return walk.store(path, new FolderWalk.Entries(whole, named, known), parent);
    }

    /** A volume, or a folder that leads to what was named. */
    private Optional<Node> node(
        Path path, String name, Branch branch, boolean whole, ParentTree parent) {
      try {
        Inode inode = Inode.of(path.toRealPath());
        if (branch.isLeaf()) {
          return Optional.of(volume(path, name, inode, parent));
        }
        if (inode.type() != NodeType.DIR) {
          throw new NotDirectoryException(path.toString());
        }
        return folder(path, branch, whole || branch.isNamed(), parent.folder(name))
            .map(tree -> Node.folder(name, inode.metadata(), tree));
      } catch (IOException e) {
        skipped.add(path, e);
      } catch (SourceException e) {
        if (calls.hung()) {
          throw e; // what is beside it is not there either
        }
        skipped.add(e);
      }
      return Optional.empty();
    }

    private boolean isVolume(Path path) {
      return request.changedExtents().containsKey(path)
          || VolumeKind.isVolume(path, request.filesAreVolumes());
    }

    private Node volume(Path path, String name, Inode inode, ParentTree parent) throws IOException {
      Optional<Node> before = parent.node(name);
      Optional<List<Extent>> changed =
          Optional.ofNullable(request.changedExtents().get(path))
              .or(() -> parent.unchanged(name, inode).map(same -> List.of()));
      try (FileSource source = FileSource.open(path)) {
        int blockSize =
            before
                .flatMap(node -> ParentVolume.of(repository, node))
                .filter(volume -> volume.content().size() > 1)
                .map(ParentVolume::blockSize)
                .filter(BlockSize::isUsual)
                .orElse(BlockSize.forVolume(source.size()));
        VolumeSource volume = new VolumeSource(RawPath.text(path), source, blockSize, changed);
        Node node = volumes.save(volume, inode.asFile().node(name, "", 0, List.of()), before);
        source.requireSize();
        return node;
      }
    }

    private Snapshot snapshot(BlobId tree) {
      return new Snapshot(
          "",
          request.time(),
          request.parent(),
          tree,
          NamedPaths.plain(request.paths()).stream()
              .map(path -> RawPath.text(RawPath.raw(path)))
              .toList(),
          request.hostname(),
          System.getProperty("user.name", ""),
          request.tags());
    }
  }
}
