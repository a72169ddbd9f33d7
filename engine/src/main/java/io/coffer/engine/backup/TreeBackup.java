package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Crew;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Backs paths of this machine up into one snapshot, under their absolute paths. The caller holds a
 * shared lock of the repository meanwhile.
 */
public final class TreeBackup {
  /** What was done, and what had to be left out because it vanished or could not be read. */
  public record Outcome(BackupResult result, List<String> skipped) {}

  private final Repository repository;

  public TreeBackup(Repository repository) {
    this.repository = repository;
  }

  /**
   * @throws SourceException if a path that was asked for cannot be read
   * @throws StoreException if the repository cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(TreeRequest request, BackupListener listener) {
    return SavingJob.run(
        repository, (crew, saver) -> new Run(request, listener, crew, saver).store());
  }

  /** The requested paths, folder by folder from the root. */
  private static final class Branch {
    final Map<String, Branch> below = new TreeMap<>();
    boolean requested;
  }

  private final class Run {
    private final TreeRequest request;
    private final BackupListener listener;
    private final PackSaver saver;
    private final BackupTally tally;
    private final SkippedFiles skipped = new SkippedFiles();
    private final FolderWalk walk;
    private final VolumeSaver volumes;

    Run(TreeRequest request, BackupListener listener, Crew crew, PackSaver saver) {
      this.request = request;
      this.listener = listener;
      this.saver = saver;
      tally = new BackupTally(listener, totalBytes(), saver::storedBytes);
      walk = new FolderWalk(repository, saver, crew.size(), tally, skipped);
      volumes = new VolumeSaver(repository, crew, saver, tally, Segments.USUAL_LIMIT);
    }

    Outcome store() {
      Branch root = new Branch();
      for (Path path : request.paths()) {
        Branch branch = root;
        for (Path part : path) {
          String name = RawPath.name(part.isAbsolute() ? part : Path.of("/").resolve(part));
          branch = branch.below.computeIfAbsent(name, key -> new Branch());
        }
        branch.requested = true;
      }
      ParentTree parent = ParentTree.of(repository, request.parent());
      BlobId tree = folder(Path.of("/"), root, parent);
      saver.flush();
      tally.checkCancelled();
      StoredFile file = new Snapshots(repository).save(snapshot(tree));
      return new Outcome(tally.result(saver, file), skipped.messages());
    }

    /** Of the volumes; how much is in folders is not known before they are walked. */
    private long totalBytes() {
      long total = 0;
      for (Path path : request.paths()) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          return 0;
        }
        total += path.toFile().length();
      }
      return total;
    }

    private BlobId folder(Path path, Branch branch, ParentTree parent) {
      if (branch.requested) {
        return walk.store(path, parent);
      }
      List<Node> nodes = new ArrayList<>();
      branch.below.forEach(
          (name, below) -> nodes.add(node(RawPath.resolve(path, name), name, below, parent)));
      return saver.saveTree(TreeFile.encode(nodes));
    }

    private Node node(Path path, String name, Branch branch, ParentTree parent) {
      try {
        Inode inode = Inode.of(path);
        if (inode.type() == NodeType.DIR) {
          BlobId tree = folder(path, branch, parent.folder(name));
          return Node.folder(name, inode.metadata(), tree);
        }
        if (inode.type() == NodeType.FILE || inode.type() == NodeType.DEV) {
          return volume(path, name, inode, parent);
        }
        return walk.node(path, inode, parent)
            .orElseThrow(() -> new SourceException(path.toString(), "cannot be read", null));
      } catch (IOException e) {
        throw new SourceException(path.toString(), "cannot be read: " + e.getMessage(), e);
      }
    }

    private Node volume(Path path, String name, Inode inode, ParentTree parent) throws IOException {
      Optional<Node> before = parent.node(name);
      Optional<List<Extent>> changed =
          Optional.ofNullable(request.changedExtents().get(path))
              .or(() -> parent.unchanged(name, inode).map(same -> List.of()));
      try (FileSource source = new FileSource(path)) {
        int blockSize =
            before
                .flatMap(node -> ParentVolume.of(repository, node))
                .filter(volume -> volume.content().size() > 1)
                .map(ParentVolume::blockSize)
                .filter(BlockSize::isUsual)
                .orElse(BlockSize.forVolume(source.size()));
        VolumeSource volume = new VolumeSource(path.toString(), source, blockSize, changed);
        return volumes.save(volume, file(name, inode), before);
      }
    }

    private static Node file(String name, Inode inode) {
      return new Node(
          name,
          NodeType.FILE,
          inode.metadata(),
          0,
          inode.links(),
          "",
          0,
          List.of(),
          Optional.empty());
    }

    private Snapshot snapshot(BlobId tree) {
      return new Snapshot(
          "",
          request.time(),
          request.parent(),
          tree,
          request.paths().stream().map(path -> RawPath.text(RawPath.raw(path))).toList(),
          request.hostname(),
          System.getProperty("user.name", ""),
          request.tags());
    }
  }
}
