package io.coffer.systemtests.faults.round;

import io.coffer.systemtests.faults.invariant.Invariant;
import io.coffer.systemtests.faults.scene.Work;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results for people, in Markdown. */
final class Report {

  private static final String PAGE =
      """
      # Faults on a running stack

      In each round one fault strikes a whole running stack while it does all of this at once: %s.
      `./coffer up` brings back what is missing, and then everything that no fault may break is checked.
      Written by `./mvnw verify -Psoak -pl system-tests -Dit.test=FaultRoundsIT`.

      - %s, %d processors, %s, JDK %s
      - seeds: %s
      - rounds: %d, of which %d broke something
      - `./coffer up` after a fault: median %.1f s, longest %.1f s

      | struck | rounds | broken | `up`, longest |
      | --- | --- | --- | --- |
      %s

      ## Checked after each round

      %s

      ## What broke

      %s
      """;

  private Report() {}

  static String of(List<Result> results) {
    List<Double> ups = results.stream().map(Result::upSeconds).sorted().toList();
    return PAGE.formatted(
        lines(Work.values(), Work::toString, ", "),
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("java.specification.version"),
        seeds(results),
        results.size(),
        broken(results),
        ups.get(ups.size() / 2),
        ups.get(ups.size() - 1),
        lines(Strike.ALL.toArray(Strike[]::new), strike -> row(strike, results), "\n"),
        lines(Invariant.values(), each -> "- " + each + ": " + each.sentence(), "\n"),
        failures(results));
  }

  private static String row(Strike strike, List<Result> results) {
    List<Result> here = results.stream().filter(r -> r.round().strike().equals(strike)).toList();
    double longest = here.stream().mapToDouble(Result::upSeconds).max().orElse(0);
    return String.format(
        Locale.ROOT, "| %s | %d | %d | %.1f s |", strike, here.size(), broken(here), longest);
  }

  private static String failures(List<Result> results) {
    String failures =
        results.stream()
            .filter(result -> !result.isGood())
            .map(result -> "- " + result.toString().replaceAll("\\s+", " "))
            .collect(Collectors.joining("\n"));
    return failures.isEmpty() ? "Nothing." : failures;
  }

  private static long broken(List<Result> results) {
    return results.stream().filter(result -> !result.isGood()).count();
  }

  private static String seeds(List<Result> results) {
    return results.stream()
        .map(result -> Long.toString(result.round().seed()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static <T> String lines(
      T[] all, java.util.function.Function<T, String> text, String between) {
    return Arrays.stream(all).map(text).collect(Collectors.joining(between));
  }
}
