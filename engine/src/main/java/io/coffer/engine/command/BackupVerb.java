package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupProgress;
import io.coffer.engine.backup.BackupResult;
import io.coffer.engine.backup.Extent;
import io.coffer.engine.backup.TreeBackup;
import io.coffer.engine.backup.TreeRequest;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code backup PATH...}: one snapshot of the paths. */
final class BackupVerb implements Verb {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INCOMPLETE = 3;
  private static final long STATUS_NANOS = 200_000_000;

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    if (arguments.rest().isEmpty()) {
      throw new UsageException("backup what? give a path");
    }
    Repository repository = repositories.open(arguments);
    long begin = System.nanoTime();
    try (RepositoryLock lock = Host.shared(repository, arguments)) {
      TreeBackup.Outcome outcome =
          new TreeBackup(repository).run(request(arguments, repository), listener(output));
      BackupResult result = outcome.result();
      answer.put("message_type", "summary");
      answer.put("snapshot_id", result.snapshotId());
      answer.put("total_bytes_processed", result.processedBytes());
      answer.put("bytes_read", result.readBytes());
      answer.put("data_added", result.storedBytes());
      answer.put("data_blobs", result.newBlobs());
      answer.put("total_duration", (System.nanoTime() - begin) / 1e9);
      outcome.skipped().forEach(answer.withArray("skipped")::add);
      output.json(answer);
      outcome.skipped().forEach(message -> output.line("skipped " + message));
      output.line(
          "processed %d bytes, read %d, stored %d"
              .formatted(result.processedBytes(), result.readBytes(), result.storedBytes()));
      output.line("snapshot " + result.snapshotId() + " saved");
      return outcome.skipped().isEmpty() ? 0 : INCOMPLETE;
    }
  }

  private static TreeRequest request(Arguments arguments, Repository repository) {
    List<Path> paths = new ArrayList<>();
    for (String path : arguments.rest()) {
      paths.add(Path.of(path).toAbsolutePath().normalize());
    }
    String host = arguments.one("--host").orElseGet(Host::name);
    Map<Path, List<Extent>> extents = new HashMap<>();
    arguments.path("--changed-extents").ifPresent(file -> extents.put(paths.get(0), read(file)));
    return new TreeRequest(
        paths,
        host,
        arguments.all("--tag").stream().flatMap(tags -> List.of(tags.split(",")).stream()).toList(),
        time(arguments),
        parent(arguments, repository, host, paths),
        extents);
  }

  /** The newest snapshot of the same host and paths, unless all shall be read. */
  private static Optional<String> parent(
      Arguments arguments, Repository repository, String host, List<Path> paths) {
    if (arguments.has("--force")) {
      return Optional.empty();
    }
    Snapshots snapshots = new Snapshots(repository);
    if (arguments.has("--parent")) {
      return Optional.of(snapshots.resolve(arguments.one("--parent").orElseThrow()).id());
    }
    List<String> names = paths.stream().map(Path::toString).sorted().toList();
    return snapshots.list().stream()
        .filter(snapshot -> snapshot.hostname().equals(host))
        .filter(snapshot -> snapshot.paths().stream().sorted().toList().equals(names))
        .reduce((older, newer) -> newer)
        .map(Snapshot::id);
  }

  private static OffsetDateTime time(Arguments arguments) {
    try {
      return arguments.one("--time").map(OffsetDateTime::parse).orElseGet(OffsetDateTime::now);
    } catch (DateTimeException e) {
      throw new UsageException("option --time needs a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static List<Extent> read(Path file) {
    List<Extent> extents = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] numbers = line.strip().split("\\s+");
        if (numbers.length == 2) {
          extents.add(new Extent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
        } else if (!line.isBlank()) {
          throw new UsageException(file + ": not \"offset length\": " + line);
        }
      }
      return extents;
    } catch (IOException e) {
      throw new UsageException("the extents cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  private static BackupListener listener(Output output) {
    if (!output.isJson()) {
      return BackupListener.NONE;
    }
    return new BackupListener() {
      private long told = System.nanoTime() - STATUS_NANOS;

      @Override
      public void progressed(BackupProgress progress) {
        long now = System.nanoTime();
        if (now - told < STATUS_NANOS) {
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
