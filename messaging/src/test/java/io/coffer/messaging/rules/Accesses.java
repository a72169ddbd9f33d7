package io.coffer.messaging.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;

/** Calls and method references, by what they reach. */
final class Accesses {

  /**
   * The code a call or a method reference reaches.
   *
   * @param owner the declaring class's full name
   * @param name the method's name, or {@code <init>}
   * @param parameters the full names of the parameter types
   */
  record Target(String owner, String name, List<String> parameters) {

    boolean is(String anOwner, String... names) {
      return owner.equals(anOwner) && List.of(names).contains(name);
    }
  }

  private Accesses() {}

  static DescribedPredicate<JavaAccess<?>> to(String description, Predicate<Target> wanted) {
    return DescribedPredicate.describe(
        description,
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget target
                && wanted.test(targetOf(target)));
  }

  private static Target targetOf(CodeUnitAccessTarget target) {
    return new Target(
        target.getOwner().getName(),
        target.getName(),
        target.getRawParameterTypes().stream().map(JavaClass::getName).toList());
  }
}
