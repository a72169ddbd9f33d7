package io.coffer.systemtests.faults.round;

import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a power cut leaves of the broker: all that it had written to its disk, and of the rest as
 * much as chance wants.
 */
final class PowerCut {

  /** What the broker has had for so long is on its disk. */
  private static final Duration FLUSHED = Duration.ofSeconds(3);

  private PowerCut() {}

  static void strike(RunningStack stack, Random random) {
    Path logs = stack.home().resolve("kafka");
    Map<Path, Long> flushed = segments(logs);
    Fault.pause(FLUSHED);
    stack.kill("kafka");
    segments(logs).forEach((file, size) -> cut(file, flushed.getOrDefault(file, 0L), size, random));
  }

  private static void cut(Path segment, long flushed, long size, Random random) {
    if (size <= flushed) {
      return;
    }
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.truncate(flushed + random.nextLong(size - flushed + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The segments of all topics, and how long they are; not the log of the quorum, which flushes.
   */
  private static Map<Path, Long> segments(Path logs) {
    Map<Path, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        if (!file.getParent().getFileName().toString().startsWith("__cluster_metadata")) {
          sizes.put(file, Files.size(file));
        }
      }
      return sizes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
