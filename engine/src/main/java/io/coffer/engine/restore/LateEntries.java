package io.coffer.engine.restore;

import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is made when all else is there: the further names of files that have more than one, and what
 * found no room while others took it that failed in the end. Folder by folder, which get their
 * metadata only then. Of such a folder little is in memory: its tree is read once more.
 */
final class LateEntries {
  /** Some 200 bytes each, which may take half of the memory. */
  private static final long MOST_FILES = Runtime.getRuntime().maxMemory() / 2 / 200;

  private static final int MOST_WITHOUT_ROOM = 10_000;

  private record Key(long device, long inode, NodeType type) {
    static Key of(Node node) {
      return new Key(node.metadata().deviceId(), node.metadata().inode(), node.type());
    }
  }

  private static final class FirstName {
    final FolderPlace folder;
    final String name;
    boolean isRestored;

    FirstName(FolderPlace folder, String name) {
      this.folder = folder;
      this.name = name;
    }

    boolean is(FolderPlace otherFolder, Node other) {
      return folder == otherFolder && name.equals(other.name());
    }
  }

  private final Selection selection;
  private final Setbacks setbacks;
  private final long mostFiles;
  private final Map<Key, FirstName> first = new HashMap<>();

  /** Folders that something is still to be put into, and what of it found no room. */
  private final Map<FolderPlace, Set<String>> later = new LinkedHashMap<>();

  private int withoutRoom;

  LateEntries(Selection selection, Setbacks setbacks) {
    this(selection, setbacks, MOST_FILES);
  }

  LateEntries(Selection selection, Setbacks setbacks, long mostFiles) {
    this.selection = selection;
    this.setbacks = setbacks;
    this.mostFiles = mostFiles;
  }

  /** Whether this is a further name of a file, for which the time has not come. */
  synchronized boolean isLater(FolderPlace folder, Node node) {
    if (!hasMoreNames(node)) {
      return false;
    }
    if (first.containsKey(Key.of(node))) {
      later.computeIfAbsent(folder, place -> new HashSet<>());
      return true;
    }
    if (first.size() < mostFiles) {
      first.put(Key.of(node), new FirstName(folder, node.name()));
    } else {
      setbacks.obstacle(
          folder.path(node.name()),
          "it has other names, for which this Java has no memory: it is a file of its own");
    }
    return false;
  }

  /** Whether what found no room now may wait until there may be some. */
  synchronized boolean mayWait(FolderPlace folder, Node node) {
    return withoutRoom++ < MOST_WITHOUT_ROOM
        && later.computeIfAbsent(folder, place -> new HashSet<>()).add(node.name());
  }

  synchronized void isRestored(FolderPlace folder, Node node) {
    FirstName known = hasMoreNames(node) ? first.get(Key.of(node)) : null;
    if (known != null && known.is(folder, node)) {
      known.isRestored = true;
    }
  }

  synchronized boolean waitIn(FolderPlace folder) {
    return later.containsKey(folder);
  }

  private static boolean hasMoreNames(Node node) {
    return node.links() > 1 && node.type() != NodeType.DIR && node.metadata().inode() != 0;
  }

  /** Makes them all. A name whose first one could not be restored is restored in its stead. */
  void make(Repository repository, InodeRestore inodes, MetadataRestore metadata) {
    withoutRoom = MOST_WITHOUT_ROOM; // nobody will make more of it
    later.forEach(
        (place, names) ->
            setbacks.guard(
                place::path,
                () -> {
                  try (OpenFolder folder = place.reach()) {
                    setbacks.guard(place::path, () -> fill(folder, place, repository, inodes));
                    if (!place.isTop()) {
                      metadata.apply(folder.inode(), place.node(), place::path);
                      folder.keepMode();
                    }
                  }
                }));
  }

  private void fill(
      OpenFolder folder, FolderPlace place, Repository repository, InodeRestore inodes) {
    Set<String> names = later.get(place);
    try (TreeReader nodes = repository.readTree(place.tree())) {
      for (Node node : nodes) {
        if (names.contains(node.name())) {
          inodes.restore(place, node, () -> folder);
        } else if (hasMoreNames(node) && selection.takes(place.names(node))) {
          link(folder, place, node, inodes);
        }
      }
    }
  }

  private void link(OpenFolder folder, FolderPlace place, Node node, InodeRestore inodes) {
    FirstName existing = first.get(Key.of(node));
    if (existing == null || existing.is(place, node)) {
      return; // it is there already
    }
    if (!existing.isRestored) {
      first.put(Key.of(node), new FirstName(place, node.name()));
      inodes.restore(place, node, () -> folder);
    } else if (!isLinked(folder, node, existing)) {
      // there are no links here, or no more of them: it is as good as a file of its own
      inodes.restore(place, node, () -> folder);
    }
  }

  private static boolean isLinked(OpenFolder folder, Node node, FirstName existing) {
    try (OpenFolder there = existing.folder.reach()) {
      NewInode.put(
          folder,
          node.name(),
          free -> Files.createLink(folder.entry(free), there.entry(existing.name)));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
