package io.coffer.worker.fence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Which byte of the file stands for something. There are so many that no two things share one, and
 * none of them need exist.
 */
record LockedByte(long position) {

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final int PID = 4;
  private static final int FIRST = 6;

  static LockedByte of(String what) {
    UUID name = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return new LockedByte(name.getLeastSignificantBits() >>> 2);
  }

  /** The process of this machine that has it locked, where the system tells. */
  Optional<String> process() {
    try {
      return Files.readAllLines(LOCKS).stream()
          .map(line -> line.trim().split("\\s+"))
          .filter(words -> words.length > FIRST && words[1].equals("POSIX"))
          .filter(words -> words[FIRST].equals(Long.toString(position)))
          .map(words -> words[PID])
          .filter(pid -> pid.matches("[1-9][0-9]*"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
