package io.coffer.cli.stack;

import java.util.List;
import java.util.Objects;

/** The file {@code stack.json}: a report of what runs, for people and tools. */
record StackFile(List<Entry> processes) {

  StackFile {
    processes = List.copyOf(Objects.requireNonNull(processes, "processes"));
  }

  /** One live process; {@code pid} is the postmaster or the JVM itself. */
  record Entry(String name, long pid, int port) {}

  /** The names it holds; none when there is no whole one. */
  static List<String> names(Home home) {
    return JsonFile.readIfWhole(home.stackFile(), StackFile.class)
        .map(file -> file.processes().stream().map(Entry::name).toList())
        .orElse(List.of());
  }

  static void write(Home home, List<StackProcess> running) {
    JsonFile.write(
        home.stackFile(),
        new StackFile(
            running.stream()
                .map(process -> new Entry(process.name(), process.pid(), process.port()))
                .toList()));
  }
}
