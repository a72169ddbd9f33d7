package io.coffer.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.coffer.messaging.rules.CofferRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements CofferRules {

  @Override
  public List<String> packages() {
    return List.of("io.coffer.policy");
  }

  @Test
  void knowsNoFrameworkAndNoOutsideWorld() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "io.smallrye..",
            "io.vertx..",
            "java.nio.file..",
            "java.net..",
            "java.sql..")
        .check(classes());
  }
}
