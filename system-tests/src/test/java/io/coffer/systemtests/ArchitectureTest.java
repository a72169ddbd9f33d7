package io.coffer.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.coffer.messaging.rules.CofferRules;
import io.coffer.messaging.rules.SourceSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules that cannot take the rules themselves, and the sizes of all. */
class ArchitectureTest implements CofferRules {

  private static final List<Path> UNCHECKED =
      List.of(Path.of("../engine"), Path.of("../deploy/local"), Path.of("../cli"));

  /** What a test would end itself with; a condition on it says why it is left out. */
  private static final List<String> ABORTS =
      List.of("api.Assum" + "ptions", "TestAborted" + "Exception");

  @Override
  public List<String> packages() {
    return List.of("io.coffer.engine", "io.coffer.local", "io.coffer.cli");
  }

  @Override
  public JavaClasses classes() {
    return new ClassFileImporter()
        .importPaths(UNCHECKED.stream().map(module -> module.resolve("target/classes")).toList());
  }

  @Test
  void filesStaySmallEverywhere() throws IOException {
    SourceSizes sizes = SourceSizes.of(modules());
    sizes.print();
    assertThat(sizes.above(SourceSizes.LIMIT)).isEmpty();
  }

  @Test
  void noTestLeavesItselfOutInSilence() throws IOException {
    for (Path module : modules()) {
      try (Stream<Path> tests =
          Files.find(module.resolve("src/test"), 20, (f, a) -> a.isRegularFile())) {
        assertThat(tests.filter(file -> file.toString().endsWith(".java")))
            .allSatisfy(test -> assertThat(test).content().doesNotContain(ABORTS));
      }
    }
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> below = Files.walk(Path.of(".."), 2)) {
      return below
          .filter(path -> Files.isRegularFile(path.resolve("pom.xml")))
          .filter(path -> Files.isDirectory(path.resolve("src")))
          .toList();
    }
  }
}
