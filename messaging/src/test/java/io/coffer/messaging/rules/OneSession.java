package io.coffer.messaging.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;
import io.coffer.messaging.rules.Accesses.Target;
import java.util.Set;

/** A message is handled on one session in one transaction, which the dispatcher opened. */
final class OneSession {

  private static final Set<String> TRANSACTION_ANNOTATIONS =
      Set.of(
          "io.quarkus.hibernate.reactive.panache.common.WithTransaction",
          "io.quarkus.hibernate.reactive.panache.common.runtime.ReactiveTransactional",
          "jakarta.transaction.Transactional");

  static final ArchRule NO_PARALLEL_QUERIES =
      noClasses()
          .that()
          .haveNameMatching(".*(Handler|Handlers|Store|Fold|ReadResource)(\\$.*)?")
          .should()
          .accessTargetWhere(
              Accesses.to(
                  "running things beside each other, or waiting for them",
                  OneSession::leavesTheChain))
          .because("a session breaks when two queries of it overlap")
          .allowEmptyShould(true);

  static final ArchRule NO_TRANSACTION_OF_ONES_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.coffer.messaging.dispatch..")
          .should()
          .accessTargetWhere(Accesses.to("opening a transaction", OneSession::opensTransaction))
          .because("inbox, decision, tables and outbox stand or fall together")
          .allowEmptyShould(true);

  static final ArchRule NO_TRANSACTION_BY_ANNOTATION =
      noCodeUnits()
          .should()
          .beAnnotatedWith(
              DescribedPredicate.<JavaAnnotation<?>>describe(
                  "an annotation that opens a transaction",
                  annotation ->
                      TRANSACTION_ANNOTATIONS.contains(annotation.getRawType().getName())))
          .allowEmptyShould(true);

  private OneSession() {}

  private static boolean leavesTheChain(Target target) {
    return target.is("io.smallrye.mutiny.Uni", "combine", "join", "await", "subscribe")
        || target.is("io.smallrye.mutiny.Uni", "subscribeAsCompletionStage")
        || target.is("io.smallrye.mutiny.Multi", "subscribe")
        || target.owner().equals("io.smallrye.mutiny.groups.MultiOnItem")
            && target.name().matches("transformTo(Uni|Multi)(AndMerge)?")
        || target.is("io.smallrye.mutiny.Multi", "flatMap");
  }

  private static boolean opensTransaction(Target target) {
    return target.name().matches("with(New)?Transaction|inTransaction(Uni|Multi)?|begin(AndAwait)?")
        && target.owner().matches("(io\\.quarkus|org\\.hibernate|io\\.vertx)\\..*");
  }
}
