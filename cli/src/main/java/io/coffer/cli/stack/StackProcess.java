package io.coffer.cli.stack;

import io.coffer.local.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A live process of a stack.
 *
 * @param name {@code postgres}, {@code kafka} or a service's
 * @param port of 127.0.0.1 that it serves
 * @param build what it runs with, see {@link ProcessTable}; empty for PostgreSQL
 * @param wiring the ports of the others that it was told
 */
public record StackProcess(
    String name, LocalProcess process, int port, String build, String wiring) {

  StackProcess(String name, LocalProcess process, int port) {
    this(name, process, port, "", "");
  }

  public long pid() {
    return process.pid();
  }

  /** Its share of the machine's memory in bytes; empty when the system does not tell. */
  public Optional<Long> proportionalSetSize() {
    return proportionalSetSize(pid());
  }

  static Optional<Long> proportionalSetSize(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }
}
