package io.coffer.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a program adds to its log from now on.
 *
 * @param begin how long the log was
 */
public record LogEnd(Path file, long begin) {

  private static final int MOST_BYTES = 1 << 18;
  private static final long LITTLE_BYTES = 1 << 20;
  private static final Pattern COMPLAINT =
      Pattern.compile("\\b(FATAL|PANIC|ERROR)\\b|\\berror: |^Exception in thread ");
  private static final Pattern CAUSE = Pattern.compile("Caused by: [^ ]+: .+");
  private static final Pattern SILENT = Pattern.compile("Exception in thread \"[^\"]*\" [^ ]+");
  private static final Pattern PLACE =
      Pattern.compile(
          "^.*?\\bERROR\\b *\\[[^]]*\\] \\([^)]*\\) |^.*?(?=(FATAL|PANIC|ERROR|error):)"
              + "|^Caused by: |^Exception in thread \"[^\"]*\" ");
  private static final Pattern CLASS = Pattern.compile("^([a-z]+\\.)+[A-Za-z$]+: ");

  /** The log as it is, before a program starts. */
  public static LogEnd of(Path log) {
    try {
      return new LogEnd(log, Files.size(log));
    } catch (IOException none) {
      return new LogEnd(log, 0);
    }
  }

  /** The last line that tells a failure, else the last one at all; says when the disk is full. */
  public String complaint() {
    List<String> lines = lines().stream().filter(line -> !line.isBlank()).toList();
    if (isDiskFull() || lines.stream().anyMatch(line -> line.contains("No space left on"))) {
      return "the disk of " + file.toAbsolutePath().getParent() + " is full; make room there";
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (COMPLAINT.matcher(lines.get(i)).find()) {
        String told = lines.get(i);
        boolean below = told.contains("Failed to start") || SILENT.matcher(told).matches();
        return plain(below ? cause(lines, i) : told);
      }
    }
    return lines.isEmpty() ? "it said nothing" : plain(lines.get(lines.size() - 1));
  }

  /** What a service could not start for stands below, in the first cause that is a sentence. */
  private static String cause(List<String> lines, int failure) {
    return lines.subList(failure, lines.size()).stream()
        .filter(line -> CAUSE.matcher(line).matches())
        .findFirst()
        .orElse(lines.get(failure));
  }

  private static String plain(String line) {
    String told = PLACE.matcher(line.strip()).replaceFirst("");
    return CLASS.matcher(told).replaceFirst("");
  }

  /** Whether a line that was added tells this. */
  boolean tells(String text) {
    return lines().stream().anyMatch(line -> line.contains(text));
  }

  private boolean isDiskFull() {
    try {
      return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < LITTLE_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  private List<String> lines() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(log.length() < begin ? 0 : begin, log.length() - MOST_BYTES);
      byte[] added = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(added);
      return new String(added, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException missing) {
      return List.of();
    }
  }
}
