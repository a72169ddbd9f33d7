package io.coffer.engine.command;

import io.coffer.engine.DamagedException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.RawPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which snapshots a command means: of one of the hosts, with all tags of one of the lists, and with
 * all of the paths. It holds for ids that are given, too: one that it does not fit is refused.
 */
record SnapshotFilter(List<String> hosts, List<List<String>> tags, List<String> paths) {
  private static final Option<String> HOST = Option.many("HOST", Values::text, "--host", "-H");
  private static final Option<List<String>> TAG = Option.many("TAG[,TAG]", Values::tags, "--tag");
  private static final Option<Path> PATH = Option.many("PATH", Values::path, "--path");
  static final List<Option<?>> OPTIONS = List.of(HOST, TAG, PATH);

  static SnapshotFilter of(Arguments arguments) {
    List<String> hosts = arguments.all(HOST);
    return new SnapshotFilter(
        hosts.isEmpty() ? Host.ofEnvironment().stream().toList() : hosts,
        arguments.all(TAG),
        arguments.all(PATH).stream().map(path -> RawPath.text(RawPath.raw(path))).toList());
  }

  boolean fits(Snapshot snapshot) {
    return (hosts.isEmpty() || hosts.contains(snapshot.hostname()))
        && (tags.isEmpty() || tags.stream().anyMatch(snapshot.tags()::containsAll))
        && snapshot.paths().containsAll(paths);
  }

  /** All that fit, oldest first. */
  List<Snapshot> all(Snapshots snapshots) {
    return snapshots.list().stream().filter(this::fits).toList();
  }

  /**
   * The snapshot of an id, of the unique beginning of one, or the newest that fits by {@code
   * latest}.
   *
   * @param word one char per byte
   * @throws NotFoundException if there is none, more than one, or it does not fit
   */
  Snapshot one(Snapshots snapshots, String word) {
    String id = RawPath.text(word);
    if (!id.equals("latest")) {
      Snapshot snapshot = snapshots.resolve(id);
      if (!fits(snapshot)) {
        throw new NotFoundException("snapshot " + id + " is not one of " + describe());
      }
      return snapshot;
    }
    return all(snapshots).stream()
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new NotFoundException(
                    isEmpty() ? "the repository has no snapshot" : "no snapshot of " + describe()));
  }

  /**
   * The id of what {@link #one} means. A snapshot that is damaged fits whatever is asked of it: all
   * that is known of it is its id.
   */
  String name(Snapshots snapshots, String word) {
    try {
      return one(snapshots, word).id();
    } catch (DamagedException e) {
      return snapshots.name(RawPath.text(word));
    }
  }

  private boolean isEmpty() {
    return hosts.isEmpty() && tags.isEmpty() && paths.isEmpty();
  }

  private String describe() {
    return Stream.of(
            hosts.stream().map(host -> "host " + host),
            tags.stream().map(list -> "tag " + String.join(",", list)),
            paths.stream().map(path -> "path " + path))
        .flatMap(part -> part)
        .reduce((one, other) -> one + ", " + other)
        .orElse("any kind");
  }
}
