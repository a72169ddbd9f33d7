package io.coffer.worker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the packaged worker, so that a build beside the tests does not change it under them.
 */
final class WorkerPackage {

  private static Path copy;

  private WorkerPackage() {}

  /** The folder of the copy, made at the first call. */
  static synchronized Path copy() throws IOException {
    if (copy == null) {
      Path made = Files.createTempDirectory(Path.of("target"), "worker");
      Path packaged = Path.of("target/quarkus-app");
      try (Stream<Path> files = Files.walk(packaged)) {
        for (Path file : files.toList()) {
          Path to = made.resolve(packaged.relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(to);
          } else {
            Files.copy(file, to);
          }
        }
      }
      copy = made;
    }
    return copy;
  }
}
