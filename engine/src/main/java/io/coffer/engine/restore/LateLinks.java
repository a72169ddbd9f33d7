package io.coffer.engine.restore;

import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The further names of files that have more than one: made when all else is there, folder by
 * folder, which get their metadata only then.
 */
final class LateLinks {
  private record Key(long device, long inode, NodeType type) {}

  private record Name(FolderPlace folder, Node node) {
    Key key() {
      return new Key(node.metadata().deviceId(), node.metadata().inode(), node.type());
    }
  }

  private final Map<Key, Name> first = new ConcurrentHashMap<>();
  private final Set<Key> restored = new HashSet<>();
  private final Map<FolderPlace, List<Name>> later = new LinkedHashMap<>();

  /** Whether this is a further name of a file, for which the time has not come. */
  boolean isLater(FolderPlace folder, Node node) {
    if (!hasMoreNames(node)) {
      return false;
    }
    Name name = new Name(folder, node);
    if (first.putIfAbsent(name.key(), name) == null) {
      return false;
    }
    synchronized (this) {
      later.computeIfAbsent(folder, place -> new ArrayList<>()).add(name);
    }
    return true;
  }

  /** The first name of a file is there. */
  synchronized void isRestored(FolderPlace folder, Node node) {
    if (hasMoreNames(node)) {
      restored.add(new Name(folder, node).key());
    }
  }

  synchronized boolean waitIn(FolderPlace folder) {
    return later.containsKey(folder);
  }

  private static boolean hasMoreNames(Node node) {
    return node.links() > 1 && node.type() != NodeType.DIR && node.metadata().inode() != 0;
  }

  /** Makes them all. A name whose first one could not be restored is restored in its stead. */
  void make(InodeRestore inodes, MetadataRestore metadata, Setbacks setbacks) {
    later.forEach(
        (place, names) ->
            setbacks.guard(
                place::path,
                () -> {
                  try (OpenFolder folder = place.reach()) {
                    names.forEach(name -> make(folder, name, inodes));
                    if (!place.isTop()) {
                      metadata.apply(folder.inode(), place.node(), place::path);
                      folder.keepMode();
                    }
                  }
                }));
  }

  private void make(OpenFolder folder, Name name, InodeRestore inodes) {
    Name existing = first.get(name.key());
    if (!restored.contains(name.key())) {
      first.put(name.key(), name);
      inodes.restore(name.folder(), name.node(), () -> folder);
    } else if (!isLinked(folder, name, existing)) {
      // there are no links here, or no more of them: it is as good as a file of its own
      inodes.restore(name.folder(), name.node(), () -> folder);
    }
  }

  private static boolean isLinked(OpenFolder folder, Name name, Name existing) {
    try (OpenFolder there = existing.folder().reach()) {
      NewInode.put(
          folder,
          name.node().name(),
          free -> Files.createLink(folder.entry(free), there.entry(existing.node().name())));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
