package io.coffer.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.coffer.messaging.flow.RememberedRow;
import io.coffer.offender.OffendingDecision;
import io.coffer.offender.OffendingStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that nothing can break proves nothing. */
class RulesTest {

  private final JavaClasses offender = ImportedClasses.of(OffendingStore.class);

  @Test
  void seesKafkaAwayFromTheEdge() {
    assertThat(offences(Placement.KAFKA_ONLY_AT_THE_EDGE)).isNotEmpty();
  }

  @Test
  void seesClocksChanceAndLanguage() {
    assertThat(offences(Determinism.TIME_AND_CHANCE_FROM_THE_EDGE))
        .anyMatch(offence -> offence.contains("Instant.now"))
        .anyMatch(offence -> offence.contains("randomUUID"))
        .anyMatch(offence -> offence.contains("getDefault"))
        .anyMatch(offence -> offence.contains("formatted"))
        .anyMatch(offence -> offence.contains("toUpperCase"));
  }

  @Test
  void seesQueriesBesideEachOther() {
    assertThat(offences(OneSession.NO_PARALLEL_QUERIES))
        .anyMatch(offence -> offence.contains("combine"));
  }

  @Test
  void seesTransactions() {
    assertThat(offences(OneSession.NO_TRANSACTION_OF_ONES_OWN))
        .anyMatch(offence -> offence.contains("withTransaction"));
    assertThat(offences(OneSession.NO_TRANSACTION_BY_ANNOTATION))
        .anyMatch(offence -> offence.contains("transactionByAnnotation"));
  }

  @Test
  void seesRowsInADecision() {
    JavaClasses decision = ImportedClasses.of(OffendingDecision.class, RememberedRow.class);
    assertThat(offences(Decisions.NO_ROW_IN_A_DECISION, decision)).isNotEmpty();
    assertThat(offences(Decisions.ROWS_ARE_WRITTEN_BY_FOLDS, decision)).isNotEmpty();
  }

  @Test
  void seesColumnsThatMayChangeInPlace() {
    assertThat(offences(Decisions.COLUMNS_HOLD_VALUES))
        .singleElement()
        .asString()
        .contains("changeable", "ChangeableColumn");
  }

  private List<String> offences(ArchRule rule) {
    return offences(rule, offender);
  }

  private static List<String> offences(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
