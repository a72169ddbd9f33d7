package io.coffer.engine.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seconds by work and contender; the first of each is dropped, the median of the rest counts. */
public final class Measurements {
  /** A row of the table: the goals are ratios to the peer. */
  record Work(String name, double residentGoal, double processGoal) {}

  private final Map<Work, Map<String, List<Double>>> seconds = new LinkedHashMap<>();

  void add(Work work, String contender, double value) {
    seconds
        .computeIfAbsent(work, key -> new LinkedHashMap<>())
        .computeIfAbsent(contender, key -> new ArrayList<>())
        .add(value);
  }

  /**
   * The median of all values but the first, which both sides still spend on learning; a single one
   * counts. Of two in the middle the larger; not a number when there is none.
   */
  public static double median(List<Double> values) {
    List<Double> counted =
        new ArrayList<>(values.subList(values.size() > 1 ? 1 : 0, values.size()));
    counted.sort(null);
    return counted.isEmpty() ? Double.NaN : counted.get(counted.size() / 2);
  }

  private double median(Work work, String contender) {
    return median(seconds.get(work).getOrDefault(contender, List.of()));
  }

  /** The table in Markdown. */
  List<String> table(String peer) {
    List<String> lines = new ArrayList<>();
    lines.add("| work | " + peer + " s | resident s | ratio (goal) | process s | ratio (goal) |");
    lines.add("|---|---|---|---|---|---|");
    for (Work work : seconds.keySet()) {
      double other = median(work, peer);
      double resident = median(work, "resident");
      double process = median(work, "process");
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f (%.1f) | %.2f | %.2f (%.1f) |",
              work.name(),
              other,
              resident,
              other / resident,
              work.residentGoal(),
              process,
              other / process,
              work.processGoal()));
    }
    return lines;
  }
}
