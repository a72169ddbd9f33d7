package io.coffer.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid}, by which PostgreSQL keeps a second server from a cluster's data.
 * A crash may leave it torn, or with a pid that is another program's by now.
 *
 * @param data the cluster's directory, absolute and without links
 */
record PostgresLock(Path data) {

  private static final int PORT = 3;
  private static final int STATE = 7;
  private static final Duration LAST_WRITES = Duration.ofSeconds(10);

  /** The lock of a cluster, by the path that its processes are told to be in. */
  static PostgresLock of(Path cluster) {
    try {
      return new PostgresLock(cluster.toRealPath());
    } catch (IOException notMadeYet) {
      return new PostgresLock(cluster.toAbsolutePath().normalize());
    }
  }

  /** Whether this process holds it and takes connections at this port. */
  boolean saysReady(LocalProcess server, int port) {
    List<String> lines = lines();
    return lines.size() > STATE
        && lines.get(0).equals(Long.toString(server.pid()))
        && lines.get(PORT).equals(Integer.toString(port))
        && lines.get(STATE).equals("ready");
  }

  /** The port of the server that holds it; 0 while that is not told. */
  int port() {
    List<String> lines = lines();
    return lines.size() > PORT && lines.get(PORT).matches("[0-9]{1,5}")
        ? Integer.parseInt(lines.get(PORT))
        : 0;
  }

  /** The live server of this cluster: the one that is told, else the one that is found. */
  Optional<LocalProcess> server() {
    Optional<LocalProcess> told = holder().filter(this::isInside);
    return told.isPresent()
        ? told
        : LocalProcess.all()
            .filter(this::isInside)
            .filter(process -> process.commandLine().contains(" -D "))
            .findFirst();
  }

  /**
   * Removes a lock that would keep PostgreSQL from starting although no server of this cluster
   * lives. A server whose lock is torn is ended: it would end itself within a minute.
   */
  void clear() {
    if (!Files.exists(file()) || holder().filter(this::isInside).isPresent()) {
      return;
    }
    if (isTorn()) {
      server().ifPresent(PostgresServer::stop);
      if (!Patience.until(LAST_WRITES, () -> LocalProcess.all().noneMatch(this::isInside))) {
        throw new LocalStackException(
            file() + " is damaged, and something still works in " + data + "; end it first");
      }
    } else if (holder().isEmpty()) {
      return; // PostgreSQL itself knows best whether children of the dead one are left
    }
    try {
      Files.deleteIfExists(file());
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot delete " + file() + ": " + WholeFile.reason(failed), failed);
    }
  }

  private boolean isTorn() {
    List<String> lines = lines();
    return lines.isEmpty() || !lines.get(0).matches("-?[1-9][0-9]{0,9}");
  }

  private boolean isInside(LocalProcess process) {
    return process.workingDirectory().filter(data::equals).isPresent();
  }

  private Optional<LocalProcess> holder() {
    return isTorn()
        ? Optional.empty()
        : LocalProcess.find(Math.abs(Long.parseLong(lines().get(0))));
  }

  private List<String> lines() {
    try {
      return Files.readString(file(), StandardCharsets.ISO_8859_1)
          .lines()
          .map(String::strip)
          .toList();
    } catch (IOException missing) {
      return List.of();
    }
  }

  private Path file() {
    return data.resolve("postmaster.pid");
  }
}
