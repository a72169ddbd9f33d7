package io.coffer.messaging.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What may know of what. */
final class Placement {

  private static final List<String> SERVICES =
      List.of(
          "io.coffer.gateway",
          "io.coffer.vault",
          "io.coffer.worker",
          "io.coffer.scheduler",
          "io.coffer.billing");

  static final ArchRule KAFKA_ONLY_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.coffer.messaging..",
              "io.coffer.gateway.submit..",
              "io.coffer.*.inbound..",
              "io.coffer.local..", // runs the broker
              "io.coffer.cli..") // looks at dead letters
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.eclipse.microprofile.reactive.messaging..",
              "io.smallrye.reactive.messaging..")
          .because("what decides and what stores must not care how messages travel")
          .allowEmptyShould(true);

  private Placement() {}

  static List<ArchRule> servicesApart() {
    return SERVICES.stream().map(Placement::apart).toList();
  }

  static ArchRule noCyclesIn(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private static ArchRule apart(String service) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(service + "..")
        .because("services share messages and nothing else")
        .allowEmptyShould(true);
  }
}
