package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file {@code stack.json}: a report of what runs, for people and tools.
 *
 * @param wanted the names of what is to run, until {@code down}
 */
record StackFile(List<Entry> processes, List<String> wanted) {

  StackFile {
    processes = List.copyOf(Objects.requireNonNull(processes, "processes"));
    wanted = wanted == null ? processes.stream().map(Entry::name).toList() : List.copyOf(wanted);
  }

  /** One live process; {@code pid} is the postmaster or the JVM itself. */
  record Entry(String name, long pid, int port) {}

  /** The names of what is to run; empty when no whole file tells. */
  static Optional<List<String>> wanted(Home home) {
    return JsonFile.readIfWhole(home.stackFile(), StackFile.class).map(StackFile::wanted);
  }

  /** Reports what runs; what is wanted stays as it was. */
  static void write(Home home, List<StackProcess> running) {
    write(home, running, wanted(home).orElse(List.of()));
  }

  static void write(Home home, List<StackProcess> running, List<String> wanted) {
    JsonFile.write(
        home.stackFile(),
        new StackFile(
            running.stream()
                .map(process -> new Entry(process.name(), process.pid(), process.port()))
                .toList(),
            wanted));
  }
}
