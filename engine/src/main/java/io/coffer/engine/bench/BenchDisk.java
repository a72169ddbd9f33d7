package io.coffer.engine.bench;

import io.coffer.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a measurement does to the disk before, between and after what it measures. */
public final class BenchDisk {
  private BenchDisk() {}

  /** Waits until the disk has all that was written before, so that nobody pays for others. */
  public static void settle() {
    call(List.of("sync"));
  }

  /** Removes a folder with all below it; there need not be one. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    }
  }

  static void copy(Path from, Path to) {
    call(List.of("cp", "-a", from.toString(), to.toString()));
  }

  /** The bytes of all files below a folder. */
  static long bytes(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }

  private static void call(List<String> command) {
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new EngineException(String.join(" ", command) + " failed");
      }
    } catch (IOException e) {
      throw new EngineException(String.join(" ", command) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    }
  }
}
