package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file {@code restarts.json}: what the supervisor tells {@code status}.
 *
 * @param processes by name, those that were started again
 */
record Restarts(Map<String, Entry> processes) {

  /** How often, and when next if it is down; {@code nextAt} is null while it runs. */
  record Entry(int count, String lastAt, String nextAt) {}

  Restarts {
    Objects.requireNonNull(processes, "processes");
  }

  /** What the file says; nothing when there is no whole one. */
  static Restarts read(Home home) {
    return JsonFile.readIfWhole(home.restartsFile(), Restarts.class)
        .orElseGet(() -> new Restarts(Map.of()));
  }

  static void write(Home home, Map<String, BackOff> all, Map<String, Instant> down) {
    Map<String, Entry> entries = new TreeMap<>();
    all.forEach(
        (name, backOff) ->
            entries.put(
                name,
                new Entry(
                    backOff.restarts(),
                    backOff.last().toString(),
                    down.containsKey(name) ? down.get(name).toString() : null)));
    JsonFile.write(home.restartsFile(), new Restarts(entries));
  }

  int count(String name) {
    return processes.containsKey(name) ? processes.get(name).count() : 0;
  }

  /** When the supervisor will start one that is down. */
  Optional<String> nextStart(String name) {
    return Optional.ofNullable(processes.get(name)).map(Entry::nextAt);
  }
}
