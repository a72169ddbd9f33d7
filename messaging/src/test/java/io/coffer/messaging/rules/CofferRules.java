package io.coffer.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules that every service keeps. A module takes them by a test class that implements this and
 * names its packages; an exception is made here, with its reason, and never in a module.
 */
public interface CofferRules {

  /** The packages that are checked, with all below them. */
  List<String> packages();

  @Test
  default void thereIsSomethingToCheck() {
    assertThat(classes()).isNotEmpty();
  }

  @Test
  default void kafkaIsSpokenOnlyAtTheEdge() {
    Placement.KAFKA_ONLY_AT_THE_EDGE.check(classes());
  }

  @Test
  default void noServiceImportsAnother() {
    Placement.servicesApart().forEach(rule -> rule.check(classes()));
  }

  @Test
  default void packagesHaveNoCycles() {
    packages().forEach(root -> Placement.noCyclesIn(root).check(classes()));
  }

  @Test
  default void timeAndChanceComeFromTheEdge() {
    Determinism.TIME_AND_CHANCE_FROM_THE_EDGE.check(classes());
  }

  @Test
  default void handlersAndStoresQueryOneAfterTheOther() {
    OneSession.NO_PARALLEL_QUERIES.check(classes());
  }

  @Test
  default void decisionsArePure() {
    Decisions.NO_ROW_IN_A_DECISION.check(classes());
    Decisions.ROWS_ARE_WRITTEN_BY_FOLDS.check(classes());
  }

  @Test
  default void columnsHoldValues() {
    Decisions.COLUMNS_HOLD_VALUES.check(classes());
  }

  @Test
  default void storesDoNotForgetTheTenant() {
    Decisions.STORES_ARE_ASKED_FOR_WHAT_A_PROJECT_HAS.check(classes());
    Decisions.ONE_ROW_IS_FOUND_BY_ITS_PROJECT.check(classes());
  }

  @Test
  default void onlyTheDispatcherOpensTransactions() {
    OneSession.NO_TRANSACTION_OF_ONES_OWN.check(classes());
    OneSession.NO_TRANSACTION_BY_ANNOTATION.check(classes());
  }

  @Test
  default void filesStaySmall() throws IOException {
    SourceSizes sizes = SourceSizes.of(List.of(Path.of("")));
    sizes.print();
    assertThat(sizes.above(SourceSizes.LIMIT)).isEmpty();
  }

  @Test
  default void logLinesAreKeysAndValues() throws IOException {
    assertThat(LogLines.odd(Path.of("src/main/java"))).isEmpty();
  }

  /** The classes in {@link #packages()}: those on the class path, tests left out. */
  default JavaClasses classes() {
    return ImportedClasses.of(packages());
  }
}
