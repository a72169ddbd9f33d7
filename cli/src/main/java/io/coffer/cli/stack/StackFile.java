package io.coffer.cli.stack;

import java.util.List;

/** The file {@code stack.json}: a report of what runs, for people and tools. */
record StackFile(List<Entry> processes) {

  /** One live process; {@code pid} is the postmaster or the JVM itself. */
  record Entry(String name, long pid, int port) {}

  static void write(Home home, List<StackProcess> running) {
    JsonFile.write(
        home.stackFile(),
        new StackFile(
            running.stream()
                .map(process -> new Entry(process.name(), process.pid(), process.port()))
                .toList()));
  }
}
