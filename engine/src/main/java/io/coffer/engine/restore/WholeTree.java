package io.coffer.engine.restore;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeReader;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the repository has all that a tree needs. Trees are read, contents only looked up. */
final class WholeTree {
  private final Repository repository;
  private final RestoreTally tally;
  private final Set<String> packs;

  WholeTree(Repository repository, RestoreTally tally) {
    this.repository = repository;
    this.tally = tally;
    this.packs =
        repository.store().list(FileType.PACK).stream()
            .map(StoredFile::name)
            .collect(Collectors.toSet());
  }

  boolean isThere(BlobId tree) {
    tally.checkCancelled();
    if (!has(tree)) {
      return false;
    }
    try (TreeReader nodes = repository.readTree(tree)) {
      boolean[] all = {true};
      nodes.forEach(node -> all[0] = all[0] && isThere(node));
      return all[0];
    } catch (DamagedException e) {
      return false;
    }
  }

  private boolean isThere(Node node) {
    return node.content().stream().allMatch(this::has)
        && node.subtree().map(this::isThere).orElse(true);
  }

  private boolean has(BlobId blob) {
    return repository.index().find(blob).filter(this::isThere).isPresent()
        || repository.index().places(blob).stream().anyMatch(this::isThere);
  }

  private boolean isThere(BlobLocation place) {
    return packs.contains(place.pack().hex());
  }
}
