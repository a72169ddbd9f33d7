package io.coffer.cli.demo;

import io.coffer.cli.output.Bytes;
import io.coffer.cli.task.TaskState;
import java.util.List;
import java.util.Locale;

/** What one task of the demo did, as a row of its table. */
record Step(String name, long readBytes, long storedBytes, double seconds) {

  static final List<String> TITLES = List.of("", "read", "stored", "time", "speed", "growth");

  static Step of(String name, List<TaskState> tasks, double seconds) {
    return new Step(
        name,
        tasks.stream().mapToLong(TaskState::processedBytes).sum(),
        tasks.stream().mapToLong(TaskState::storedBytes).sum(),
        seconds);
  }

  List<String> row() {
    return List.of(
        name,
        Bytes.text(readBytes),
        Bytes.text(storedBytes),
        String.format(Locale.ROOT, "%.1f s", seconds),
        String.format(Locale.ROOT, "%.0f MB/s", readBytes / 1e6 / Math.max(0.001, seconds)),
        readBytes == 0
            ? "-"
            : String.format(Locale.ROOT, "%.1f %%", 100.0 * storedBytes / readBytes));
  }
}
