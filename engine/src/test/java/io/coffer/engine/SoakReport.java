package io.coffer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps what the last long run of each test showed, where a report is asked for. */
public final class SoakReport {
  private static final String FILE = System.getProperty("coffer.soak.report", "");

  private SoakReport() {}

  /** Notes what a test showed, in the place of what it showed before. */
  public static synchronized void note(String test, String format, Object... values)
      throws IOException {
    if (FILE.isEmpty()) {
      return;
    }
    Path file = Path.of(FILE);
    String row = "| " + test + " | ";
    List<String> lines = new ArrayList<>(List.of("# What the long runs of the engine showed", ""));
    lines.add("Made by `./mvnw -pl engine -Psoak verify`. Every run ended without a failure.");
    lines.addAll(List.of("", "| test | shown | with |", "|---|---|---|"));
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(
              line -> line.startsWith("| ") && !line.startsWith("| test ") && !line.startsWith(row))
          .forEach(lines::add);
    }
    lines.add(
        row
            + String.format(Locale.ROOT, format, values)
            + " | %s, Java %s, %s |"
                .formatted(
                    LocalDate.now(ZoneOffset.UTC), Runtime.version().feature(), Restic.version()));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}
