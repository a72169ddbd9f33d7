package io.coffer.cli.stack;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Which workers a stack has: as many as asked for, or as many as there were. */
final class Workers {

  private static final int MOST = 16;

  private Workers() {}

  /** The names of those that shall run. */
  static List<String> wanted(OptionalInt asked, List<String> recorded, List<StackProcess> running) {
    List<String> known =
        Stream.concat(recorded.stream(), running.stream().map(StackProcess::name)).toList();
    long count =
        StackService.BACKUP_WORKER.processNames(MOST).stream().filter(known::contains).count();
    return StackService.BACKUP_WORKER.processNames(asked.orElse(Math.max(1, (int) count)));
  }

  /** Whether this is the name of a worker. */
  static boolean isOne(String name) {
    return StackService.ofProcess(name).filter(StackService.BACKUP_WORKER::equals).isPresent();
  }

  /** Those that run and shall not. */
  static List<StackProcess> tooMany(List<String> wanted, List<StackProcess> running) {
    return running.stream()
        .filter(process -> isOne(process.name()) && !wanted.contains(process.name()))
        .toList();
  }
}
