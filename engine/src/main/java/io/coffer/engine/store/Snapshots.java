package io.coffer.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.snapshot.SnapshotFile;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The snapshots of a repository. */
public final class Snapshots {
  private final Repository repository;

  public Snapshots(Repository repository) {
    this.repository = repository;
  }

  /** All of them, oldest first. */
  public List<Snapshot> list() {
    List<Snapshot> snapshots = new ArrayList<>();
    for (StoredFile file : repository.store().list(FileType.SNAPSHOT)) {
      snapshots.add(load(file.name()));
    }
    snapshots.sort(
        Comparator.comparing((Snapshot snapshot) -> snapshot.time().toInstant())
            .thenComparing(Snapshot::id));
    return snapshots;
  }

  /** All that carry a tag, oldest first. */
  public List<Snapshot> withTag(String tag) {
    return list().stream().filter(snapshot -> snapshot.hasTag(tag)).toList();
  }

  /** The snapshot with exactly this id, if it is there. */
  public Optional<Snapshot> find(String id) {
    return repository.store().exists(FileType.SNAPSHOT, id)
        ? Optional.of(load(id))
        : Optional.empty();
  }

  /**
   * A snapshot by id, by the unique beginning of an id, or the newest by {@code latest}.
   *
   * @throws NotFoundException if there is none, or more than one
   */
  public Snapshot resolve(String idOrPrefix) {
    if (idOrPrefix.equals("latest")) {
      List<Snapshot> all = list();
      if (all.isEmpty()) {
        throw new NotFoundException("the repository has no snapshot");
      }
      return all.get(all.size() - 1);
    }
    List<String> names =
        repository.store().list(FileType.SNAPSHOT).stream()
            .map(StoredFile::name)
            .filter(name -> name.startsWith(idOrPrefix))
            .toList();
    if (names.size() != 1 || idOrPrefix.isEmpty()) {
      throw new NotFoundException(
          (names.isEmpty() ? "no snapshot " : "more than one snapshot ") + idOrPrefix);
    }
    return load(names.get(0));
  }

  /** All that a snapshot says, also what this engine does not know. */
  public ObjectNode json(String id) {
    return SnapshotFile.fields(id, repository.loadUnpacked(FileType.SNAPSHOT, id));
  }

  /** Writes a snapshot; the answer is its file, whose name is the snapshot's id. */
  public StoredFile save(Snapshot snapshot) {
    return repository.saveUnpacked(FileType.SNAPSHOT, SnapshotFile.encode(snapshot));
  }

  /** Forgets snapshots; ids that are not there are no error. What they used stays until a prune. */
  public void forget(List<String> ids) {
    ids.forEach(id -> repository.delete(FileType.SNAPSHOT, id));
  }

  private Snapshot load(String id) {
    return SnapshotFile.parse(id, repository.loadUnpacked(FileType.SNAPSHOT, id));
  }
}
