package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.contracts.Sha256;
import io.coffer.local.LocalStackException;
import io.coffer.local.Trees;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One program as the clone built it, copied into the home before it runs: a running process never
 * loses its files to the next build.
 *
 * @param source what the build made
 * @param fingerprint tells two builds of a program apart by their content
 */
record Build(Path source, String fingerprint) {

  /**
   * Looks at a directory of jars that was built when the program is in it; those of other projects
   * are told apart by name and size.
   */
  static Build of(Path directory, String program) {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      if (files.stream().noneMatch(file -> file.endsWith(program))) {
        throw new LocalStackException("Nothing is built in " + directory);
      }
      MessageDigest digest = Sha256.digest();
      for (Path file : files) {
        digest.update((directory.relativize(file) + ":" + Files.size(file) + "\n").getBytes());
        if (isOurs(directory.relativize(file))) {
          digest.update(Files.readAllBytes(file));
        }
      }
      return new Build(directory, HexFormat.of().formatHex(digest.digest(), 0, 6));
    } catch (IOException missing) {
      throw new LocalStackException("Nothing is built in " + directory, missing);
    }
  }

  /** Copies the program into the home, unless it is there; returns where it is. */
  Path stage(Home home, String name) {
    Path target = home.builds().resolve(name + "-" + fingerprint);
    if (Files.exists(target)) {
      return target;
    }
    Path unfinished = null;
    try {
      Files.createDirectories(home.builds());
      unfinished = Files.createTempDirectory(home.builds(), "unfinished-");
      try (Stream<Path> all = Files.walk(source)) {
        for (Path from : all.toList()) {
          Path to = unfinished.resolve(source.relativize(from).toString());
          if (Files.isDirectory(from)) {
            Files.createDirectories(to);
          } else {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
          }
        }
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException already) {
      return target;
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot copy " + source + " to " + target + ": " + WholeFile.reason(failed), failed);
    } finally {
      if (unfinished != null) {
        Trees.delete(unfinished);
      }
    }
    return target;
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return file.startsWith("app") || file.startsWith("quarkus") || name.contains("coffer");
  }
}
