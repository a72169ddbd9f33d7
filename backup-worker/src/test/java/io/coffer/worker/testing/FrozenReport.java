package io.coffer.worker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the last long run showed, where a report is asked for. */
public final class FrozenReport {

  private static final String FILE = System.getProperty("coffer.frozen.report", "");

  private FrozenReport() {}

  /** Notes the rounds of one kind of work, in the place of what was noted before. */
  public static synchronized void note(String work, int rounds, int slept, long seed)
      throws IOException {
    if (FILE.isEmpty()) {
      return;
    }
    Path file = Path.of(FILE);
    String row = "| " + work + " | ";
    List<String> lines = new ArrayList<>();
    lines.add("# Workers stopped at seeded instants");
    lines.add("");
    lines.add(
        "Made by `./mvnw -Psoak -pl backup-worker verify -Dit.test=FrozenWorkerIT`. In every");
    lines.add("round each available backup restored equal, and the stock tool found no error.");
    lines.addAll(List.of("", "| work | rounds | of them asleep in the middle | with |"));
    lines.add("|---|---|---|---|");
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.matches("\\| [A-Z]+ \\|.*") && !line.startsWith(row))
          .forEach(lines::add);
    }
    lines.add(
        "%s%d | %d | seed %d, %s, Java %s |"
            .formatted(
                row,
                rounds,
                slept,
                seed,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature()));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}
