package io.coffer.messaging.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Decisions see what was loaded for them, and rows are written where events are applied. */
final class Decisions {

  /** What reads rows, to make states or answers of them. */
  private static final String READERS =
      ".*(Row|Rows|Store|Fold|Table|View|Query|Order|Answers|ReadResource|Events|Logs)(\\$.*)?";

  private static final String WRITERS = ".*(Row|Rows|Store|Fold|Events|Logs)(\\$.*)?";

  private static final DescribedPredicate<JavaClass> ROW =
      DescribedPredicate.describe(
          "rows", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));

  static final ArchRule NO_ROW_IN_A_DECISION =
      noClasses()
          .that()
          .haveNameNotMatching(READERS)
          .should()
          .dependOnClassesThat(ROW)
          .because("what a decision assigns to a row would be written past the fold")
          .allowEmptyShould(true);

  static final ArchRule ROWS_ARE_WRITTEN_BY_FOLDS =
      noClasses()
          .that()
          .haveNameNotMatching(WRITERS)
          .should()
          .setFieldWhere(
              DescribedPredicate.describe(
                  "the field is a row's", access -> ROW.test(access.getTargetOwner())))
          .because("a store is a fold of events")
          .allowEmptyShould(true);

  private Decisions() {}
}
