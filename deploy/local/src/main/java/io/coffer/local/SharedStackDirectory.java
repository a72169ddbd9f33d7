package io.coffer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The place in the temporary directory where the JVMs that share a stack meet. */
record SharedStackDirectory(Path path) {

  private static final String NAME = "coffer-test-stack-" + System.getProperty("user.name") + "-";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /**
   * One place for each user, module and layout of topics: builds that differ do not meet, and no
   * service under test takes what the tests of another module send, which may run at the same time.
   */
  static SharedStackDirectory ofThisUser() {
    String layout = Topics.all("").stream().map(Object::toString).collect(Collectors.joining());
    int whose = Objects.hash(layout, Path.of("").toAbsolutePath().toString());
    Path path = Path.of(System.getProperty("java.io.tmpdir"), NAME + Integer.toHexString(whose));
    return at(path);
  }

  /**
   * Makes the place. Anybody can guess its name, so that one of another user, or open to others, or
   * a link to somewhere is not used.
   */
  static SharedStackDirectory at(Path path) {
    try {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      PosixFileAttributes found =
          Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory()
          || !found.permissions().equals(OWNER_ONLY)
          || !found.owner().equals(Files.getOwner(Path.of("/proc/self")))) {
        throw new LocalStackException(
            path + " is not a directory of this user alone (rwx------); remove it");
      }
      Files.createDirectories(path.resolve("leases"));
    } catch (IOException failed) {
      throw new LocalStackException("Cannot use " + path + ": " + WholeFile.reason(failed), failed);
    }
    return new SharedStackDirectory(path);
  }

  /** Does something while no other JVM does anything here. */
  <T> T locked(DirectoryLock.Work<T> work) {
    return DirectoryLock.holding(path, work);
  }

  Optional<SharedStackState> state() {
    return SharedStackState.read(stateFile());
  }

  Path stateFile() {
    return path.resolve("ports.properties");
  }

  Path lease(LocalProcess holder) {
    return path.resolve("leases").resolve(holder.toString());
  }

  Path log() {
    return path.resolve("log.txt");
  }

  /** Where the stack of one host keeps its data, which nobody needs after it. */
  Path data(LocalProcess host) {
    return path.resolve("run-" + host);
  }

  /** Unpacked once for the stacks of all modules. */
  Path binaries() {
    return at(path.resolveSibling(NAME + "programs")).path.resolve("postgres");
  }

  /** Drops the leases of dead holders; whether live ones remain. */
  boolean isHeld() throws IOException {
    boolean held = false;
    try (Stream<Path> leases = Files.list(path.resolve("leases"))) {
      for (Path lease : leases.toList()) {
        if (LocalProcess.parse(lease.getFileName().toString())
            .filter(LocalProcess::isAlive)
            .isPresent()) {
          held = true;
        } else {
          Files.deleteIfExists(lease);
        }
      }
    }
    return held;
  }

  /** Ends what is left of an earlier stack and removes its data. */
  void clearAway() throws IOException {
    state()
        .ifPresent(
            old -> {
              old.host().end("KILL", Duration.ofSeconds(5));
              old.postgres().end("QUIT", Duration.ofSeconds(5));
            });
    Files.deleteIfExists(stateFile());
    Files.deleteIfExists(log());
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(path, "run-*")) {
      for (Path data : earlier) {
        // Children of a killed server may still write for a moment.
        Patience.until(Duration.ofSeconds(10), () -> deleted(data));
      }
    }
  }

  private static boolean deleted(Path directory) {
    try {
      Trees.delete(directory);
      return true;
    } catch (LocalStackException | UncheckedIOException stillWritten) {
      return false;
    }
  }
}
