package io.coffer.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of a PostgreSQL cluster: made once, as a whole, by {@code initdb}. */
final class PostgresCluster {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long NEEDED_MEGABYTES = 100;

  private final PostgresSettings settings;
  private final Path data;

  PostgresCluster(PostgresSettings settings) {
    this.settings = settings;
    this.data = settings.data().toAbsolutePath();
  }

  /** Makes the cluster if there is none; an attempt that was interrupted is made again. */
  void makeOnce() {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path unfinished = data.resolveSibling(data.getFileName() + ".init");
    Path password = null;
    try {
      refuseRemains();
      Files.createDirectories(data.getParent());
      Trees.delete(unfinished);
      refuseFullDisk();
      password =
          Files.createTempFile(
              data.getParent(),
              "password-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, settings.password(), StandardCharsets.UTF_8);
      LogEnd log = LogEnd.of(settings.log());
      runInitdb(unfinished, password);
      if (!Files.exists(unfinished.resolve("global/pg_control"))) {
        throw new LocalStackException("initdb failed: " + Unprivileged.explain(log));
      }
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot make a database in " + data + ": " + WholeFile.reason(failed), failed);
    } finally {
      delete(password);
    }
  }

  /** What is in the way may be somebody's data, of which a part is lost. */
  private void refuseRemains() throws IOException {
    if (!Files.isDirectory(data)) {
      return;
    }
    try (var names = Files.list(data)) {
      if (names.findAny().isPresent()) {
        throw new LocalStackException(
            data
                + " is no whole database: PG_VERSION is missing. Bring it back from a copy, or move"
                + " the folder away to start with an empty one");
      }
    }
  }

  private void refuseFullDisk() throws IOException {
    if (Files.getFileStore(data.getParent()).getUsableSpace() >> 20 < NEEDED_MEGABYTES) {
      throw new LocalStackException(
          "the disk of "
              + data.getParent()
              + " is full: a new database needs "
              + NEEDED_MEGABYTES
              + " MB");
    }
  }

  /** It names its own programs to a shell, which is not to find anything to expand there. */
  private void runInitdb(Path target, Path password) throws IOException {
    Path binaries = settings.binaries().toAbsolutePath();
    Path plain = null;
    try {
      if (binaries.toRealPath().toString().matches("(?s).*[$`\"\\\\\n].*")) {
        plain = Files.createTempDirectory("coffer-initdb-");
        binaries = PostgresBinaries.unpack(plain.resolve("dist"));
      }
      Detached.start(initdb(binaries, target, password), Map.of(), settings.log()).awaitEnd(LIMIT);
    } finally {
      if (plain != null) {
        Trees.delete(plain);
      }
    }
  }

  private List<String> initdb(Path binaries, Path target, Path password) {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.addAll(
        List.of(
            binaries.resolve("bin").resolve("initdb").toString(),
            "--pgdata=" + target,
            "--username=" + PostgresServer.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions"));
    if (!settings.fsync()) {
      command.add("--no-sync");
    }
    return command;
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new LocalStackException("Cannot delete " + file, failed);
    }
  }
}
