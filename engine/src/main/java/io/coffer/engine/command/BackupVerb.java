package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.Cause;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupProgress;
import io.coffer.engine.backup.BackupResult;
import io.coffer.engine.backup.Extent;
import io.coffer.engine.backup.NamedPaths;
import io.coffer.engine.backup.TreeBackup;
import io.coffer.engine.backup.TreeRequest;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code backup PATH...}: one snapshot of the paths. */
final class BackupVerb implements Verb {
  private static final Option<String> HOST = Option.one("HOST", Values::text, "--host", "-H");
  private static final Option<List<String>> TAG = Option.many("TAG[,TAG]", Values::tags, "--tag");
  private static final Option<OffsetDateTime> TIME = Option.one("TIME", Values::time, "--time");
  private static final Option<String> PARENT = Option.one("ID", Values::text, "--parent");
  private static final Option<Boolean> FORCE = Option.toggle("--force", "-f");
  private static final Option<Boolean> VOLUME = Option.toggle("--volume");
  private static final Option<Path> CHANGED = Option.one("FILE", Values::path, "--changed-extents");
  private static final Syntax SYNTAX =
      Syntax.words("backup", "PATH...", 1, List.of(HOST, TAG, TIME, PARENT, FORCE, VOLUME, CHANGED))
          .with(Repositories.OPTIONS);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INCOMPLETE = 3;
  private static final long STATUS_NANOS = 200_000_000;

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    if (arguments.one(CHANGED).isPresent() && arguments.words().size() > 1) {
      throw new UsageException("--changed-extents speaks of one volume: give one path");
    }
    NamedPaths named =
        NamedPaths.find(arguments.words().stream().map(WorkingFolder::absolute).toList());
    Repository repository = repositories.open(arguments);
    long begin = System.nanoTime();
    try (Locking.Held lock = Locking.shared(repository, arguments, output)) {
      TreeBackup.Outcome outcome =
          new TreeBackup(repository)
              .run(request(arguments, repository, named.present()), listener(output));
      BackupResult result = outcome.result();
      List<String> skipped = new ArrayList<>(named.missing());
      skipped.addAll(outcome.skipped());
      answer.put("message_type", "summary");
      answer.put("snapshot_id", result.snapshotId());
      answer.put("total_bytes_processed", result.processedBytes());
      answer.put("bytes_read", result.readBytes());
      answer.put("data_added", result.storedBytes());
      answer.put("data_blobs", result.newBlobs());
      answer.put("total_duration", (System.nanoTime() - begin) / 1e9);
      skipped.forEach(answer.withArray("skipped")::add);
      output.json(answer);
      skipped.forEach(message -> output.line("skipped " + message));
      output.line(
          "processed %d bytes, read %d, stored %d"
              .formatted(result.processedBytes(), result.readBytes(), result.storedBytes()));
      output.line("snapshot " + result.snapshotId() + " saved");
      return skipped.isEmpty() ? 0 : INCOMPLETE;
    }
  }

  private static TreeRequest request(Arguments arguments, Repository repository, List<Path> paths) {
    String host = arguments.one(HOST).or(Host::ofEnvironment).orElseGet(Host::name);
    Map<Path, List<Extent>> extents = new HashMap<>();
    arguments.one(CHANGED).ifPresent(file -> extents.put(paths.get(0), read(file)));
    return new TreeRequest(
        paths,
        host,
        arguments.all(TAG).stream().flatMap(List::stream).toList(),
        arguments.one(TIME).orElseGet(OffsetDateTime::now),
        parent(arguments, repository, host, NamedPaths.plain(paths)),
        arguments.has(VOLUME),
        extents);
  }

  /** The newest snapshot of the same host and paths, unless all shall be read. */
  private static Optional<String> parent(
      Arguments arguments, Repository repository, String host, List<Path> paths) {
    if (arguments.has(FORCE)) {
      return Optional.empty();
    }
    Snapshots snapshots = new Snapshots(repository);
    Optional<String> given = arguments.one(PARENT);
    if (given.isPresent()) {
      return Optional.of(snapshots.resolve(given.get()).id());
    }
    List<String> names = paths.stream().map(RawPath::text).sorted().toList();
    return snapshots.list().stream()
        .filter(snapshot -> snapshot.hostname().equals(host))
        .filter(snapshot -> snapshot.paths().stream().sorted().toList().equals(names))
        .reduce((older, newer) -> newer)
        .map(Snapshot::id);
  }

  private static List<Extent> read(Path file) {
    List<Extent> extents = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] numbers = line.strip().split("\\s+");
        if (numbers.length == 2) {
          extents.add(new Extent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
        } else if (!line.isBlank()) {
          throw new UsageException(RawPath.text(file) + ": not \"offset length\": " + line);
        }
      }
      return extents;
    } catch (IOException e) {
      throw new UsageException(
          "the extents in " + RawPath.text(file) + " cannot be read: " + Cause.of(e));
    } catch (IllegalArgumentException e) {
      throw new UsageException(RawPath.text(file) + ": " + e.getMessage());
    }
  }

  private static BackupListener listener(Output output) {
    return new BackupListener() {
      private long told = System.nanoTime() - STATUS_NANOS;

      @Override
      public boolean isCancelled() {
        return Interruption.isRequested();
      }

      @Override
      public void progressed(BackupProgress progress) {
        long now = System.nanoTime();
        if (!output.isJson() || now - told < STATUS_NANOS) {
          return;
        }
        told = now;
        ObjectNode status = JSON.createObjectNode();
        status.put("message_type", "status");
        if (progress.totalBytes() > 0) {
          status.put("percent_done", (double) progress.processedBytes() / progress.totalBytes());
          status.put("total_bytes", progress.totalBytes());
        }
        status.put("bytes_done", progress.processedBytes());
        status.put("bytes_stored", progress.storedBytes());
        output.json(status);
      }
    };
  }
}
