package io.coffer.messaging.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.hibernate.annotations.Immutable;

/** Decisions see what was loaded for them, and rows are written where events are applied. */
final class Decisions {

  /** What reads rows, to make states or answers of them. */
  private static final String READERS =
      ".*(Row|Rows|Store|Fold|Table|Views?|Query|Order|Answers|ReadResource)(\\$.*)?";

  private static final String WRITERS = ".*(Row|Rows|Store|Fold)(\\$.*)?";

  private static final String CONVERT = "jakarta.persistence.Convert";

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

  /** What a store is asked for says whose it is. */
  static final ArchRule STORES_ARE_ASKED_FOR_WHAT_A_PROJECT_HAS =
      noClasses()
          .that()
          .haveNameMatching(".*(Handler|Answers|ReadResource)(\\$.*)?")
          .should()
          .accessTargetWhere(Accesses.to("a look-up that forgets the project", Decisions::forgets))
          .because("an id alone may be another tenant's")
          .allowEmptyShould(true);

  static final ArchRule ONE_ROW_IS_FOUND_BY_ITS_PROJECT =
      noClasses()
          .that()
          .resideInAPackage("io.coffer.vault..")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "findById is called by anything but of(project, id)",
                  access ->
                      access.getTarget().getName().equals("findById")
                          && !access.getOrigin().getName().equals("of")))
          .because("of(project, id) is the one look-up that looks whose it is")
          .allowEmptyShould(true);

  static final ArchRule COLUMNS_HOLD_VALUES =
      fields()
          .that()
          .areAnnotatedWith(CONVERT)
          .should(beConvertedAsValues())
          .because(
              "a fold assigns a new value, and what might change in place is written as JSON and"
                  + " read again for every row that a session sees")
          .allowEmptyShould(true);

  private Decisions() {}

  private static ArchCondition<JavaField> beConvertedAsValues() {
    return new ArchCondition<>("be converted by a class that is @Immutable") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        Class<?> converter =
            ((JavaClass) field.getAnnotationOfType(CONVERT).get("converter").orElseThrow())
                .reflect();
        events.add(
            new SimpleConditionEvent(
                field,
                converter.isAnnotationPresent(Immutable.class),
                field.getFullName() + " is converted by " + converter.getName()));
      }
    };
  }

  private static boolean forgets(Accesses.Target target) {
    return target.owner().endsWith("Store")
        && target.name().matches("find.*|list.*|stream.*|count|get|persist.*|delete.*|update");
  }
}
