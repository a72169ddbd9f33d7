package io.coffer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what became of the mutants of the rules, and keeps it as the report of the long run. */
@EnabledIfSystemProperty(
    named = "coffer.soak.mutations",
    matches = ".+",
    disabledReason = "only in the long run")
class MutantsIT {

  private static final int LEAST_PERCENT = 85;

  private record Count(int killed, int all) {

    Count plus(boolean dead) {
      return new Count(killed + (dead ? 1 : 0), all + 1);
    }

    int percent() {
      return killed * 100 / all;
    }
  }

  @Test
  void testsKillAtLeastThatManyMutantsOfEachPackage() throws Exception {
    Map<String, Count> packages = packages(new File(System.getProperty("coffer.soak.mutations")));
    write(Path.of(System.getProperty("coffer.soak.report")), packages);
    assertThat(packages.keySet()).containsExactly("calendar", "fire", "retention");
    packages.forEach(
        (name, count) ->
            assertThat(count.percent()).as(name).isGreaterThanOrEqualTo(LEAST_PERCENT));
  }

  private static Map<String, Count> packages(File mutations) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(mutations)
            .getElementsByTagName("mutation");
    Map<String, Count> packages = new TreeMap<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element mutation = (Element) all.item(i);
      String name =
          mutation.getElementsByTagName("mutatedClass").item(0).getTextContent().split("\\.")[3];
      boolean dead = mutation.getAttribute("detected").equals("true");
      packages.merge(name, new Count(0, 0).plus(dead), (before, one) -> before.plus(dead));
    }
    return packages;
  }

  private static void write(Path report, Map<String, Count> packages) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# What the long run of policy-rules showed");
    lines.add("");
    lines.add(
        "Made by `./mvnw -pl policy-rules -Psoak verify`: how many mutants of a package its tests notice.");
    lines.add("");
    lines.add("| package | mutants | killed | share |");
    lines.add("|---|---|---|---|");
    packages.forEach(
        (name, count) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d %% |",
                    name,
                    count.all(),
                    count.killed(),
                    count.percent())));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, Java %d.",
            LocalDate.now(ZoneOffset.UTC),
            Runtime.version().feature()));
    Files.createDirectories(report.getParent());
    Files.write(report, lines);
  }
}
