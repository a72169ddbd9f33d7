package io.coffer.worker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the packaged worker, so that a build beside the tests does not change it under them.
 */
final class WorkerPackage {

  private static final Path PACKAGED = Path.of("target/quarkus-app");
  private static final Path COPY = Path.of("target/worker-under-test");

  private static boolean copied;

  private WorkerPackage() {}

  /** The folder of the copy, made at the first call. */
  static synchronized Path copy() throws IOException {
    if (!copied) {
      for (Path old : below(COPY).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(old);
      }
      for (Path file : below(PACKAGED)) {
        Files.copy(file, COPY.resolve(PACKAGED.relativize(file)));
      }
      copied = true;
    }
    return COPY;
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
