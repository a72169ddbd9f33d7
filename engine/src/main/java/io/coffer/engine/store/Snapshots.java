package io.coffer.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.GoneException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.snapshot.SnapshotFile;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of a repository. Lists leave out what cannot be used, and {@link Repository#files}
 * tells of it.
 */
public final class Snapshots {
  /**
   * A snapshot and its file.
   *
   * @param fields also those that this engine does not know
   */
  public record Details(Snapshot snapshot, ObjectNode fields) {}

  private final Repository repository;

  public Snapshots(Repository repository) {
    this.repository = repository;
  }

  /** All of them, oldest first. */
  public List<Snapshot> list() {
    return details().stream().map(Details::snapshot).toList();
  }

  /** All of them with all that they say, oldest first. */
  public List<Details> details() {
    List<Details> all =
        new ArrayList<>(repository.files().readAll(FileType.SNAPSHOT, this::loadDetails).values());
    all.sort(
        Comparator.comparing((Details details) -> details.snapshot().time().toInstant())
            .thenComparing(details -> details.snapshot().id()));
    return all;
  }

  /** All that carry a tag, oldest first. */
  public List<Snapshot> withTag(String tag) {
    return list().stream().filter(snapshot -> snapshot.hasTag(tag)).toList();
  }

  /** The snapshot with exactly this id, if it is there. */
  public Optional<Snapshot> find(String id) {
    try {
      return Optional.of(load(id));
    } catch (GoneException e) {
      return Optional.empty();
    }
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
    return find(name(idOrPrefix))
        .orElseThrow(() -> new NotFoundException("no snapshot " + idOrPrefix));
  }

  /**
   * The id of a snapshot by it or its unique beginning, though its file may be of no use.
   *
   * @throws NotFoundException if there is none, or more than one
   */
  public String name(String idOrPrefix) {
    List<String> names =
        repository.store().list(FileType.SNAPSHOT).stream()
            .map(StoredFile::name)
            .filter(name -> name.startsWith(idOrPrefix))
            .toList();
    if (names.size() != 1 || idOrPrefix.isEmpty()) {
      throw new NotFoundException(
          (names.isEmpty() ? "no snapshot " : "more than one snapshot ") + idOrPrefix);
    }
    return names.get(0);
  }

  /** Writes a snapshot; the answer is its file, whose name is the snapshot's id. */
  public StoredFile save(Snapshot snapshot) {
    return repository.saveUnpacked(FileType.SNAPSHOT, SnapshotFile.encode(snapshot));
  }

  /**
   * Writes a copy of another repository's snapshot, whose blobs are here; the answer is its file.
   *
   * @param parent the copy of its parent, if there is one here
   */
  public StoredFile saveCopy(Details original, Optional<String> parent, List<String> tags) {
    return repository.saveUnpacked(
        FileType.SNAPSHOT,
        SnapshotFile.encodeCopy(original.snapshot().id(), original.fields(), parent, tags));
  }

  /** Forgets snapshots; ids that are not there are no error. What they used stays until a prune. */
  public void forget(List<String> ids) {
    ids.forEach(id -> repository.delete(FileType.SNAPSHOT, id));
  }

  private Details loadDetails(String id) {
    ObjectNode fields = SnapshotFile.fields(id, repository.loadUnpacked(FileType.SNAPSHOT, id));
    return new Details(SnapshotFile.parse(id, fields), fields);
  }

  private Snapshot load(String id) {
    return loadDetails(id).snapshot();
  }
}
