package io.coffer.billing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import io.coffer.messaging.rules.CofferRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements CofferRules {

  private static final DescribedPredicate<JavaClass> FLOATING =
      DescribedPredicate.describe(
          "floating point", type -> type.getSimpleName().matches("(?i)(double|float)(\\[])*"));

  @Override
  public List<String> packages() {
    return List.of("io.coffer.billing");
  }

  @Test
  void nothingIsCountedInFloatingPoint() {
    noFields().should().haveRawType(FLOATING).check(classes());
    noClasses()
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "it takes or gives floating point", ArchitectureTest::takesOrGives))
        .check(classes());
  }

  private static boolean takesOrGives(JavaCall<?> call) {
    return Stream.concat(
            Stream.of(call.getTarget().getRawReturnType()),
            call.getTarget().getRawParameterTypes().stream())
        .anyMatch(FLOATING);
  }
}
