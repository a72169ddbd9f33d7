package io.coffer.messaging.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.coffer.messaging.rules.Accesses.Target;
import java.util.List;

/**
 * Replay gives the same answer only if nothing but the message says when it is and what is next.
 */
final class Determinism {

  /**
   * Where the world is looked at: requests, jobs, fires, salts, the command line, and the clock
   * itself.
   */
  private static final String[] EDGES = {
    "io.coffer.messaging.time..",
    "io.coffer.gateway..",
    "io.coffer.worker.backup..",
    "io.coffer.worker.restore..",
    "io.coffer.worker.delete..",
    "io.coffer.worker.repository..",
    "io.coffer.worker.source..",
    "io.coffer.worker.cloud..",
    "io.coffer.worker.inventory..",
    "io.coffer.engine..",
    "io.coffer.scheduler.fire..",
    "io.coffer.billing.dbom.login..",
    "io.coffer.cli..",
    "io.coffer.local.."
  };

  private static final List<String> RANDOM =
      List.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  static final ArchRule TIME_AND_CHANCE_FROM_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGES)
          .should()
          .accessTargetWhere(
              Accesses.to(
                  "a wall clock, chance, or the machine's zone or language",
                  target -> isClock(target) || isChance(target) || isPlace(target)))
          .because("the edge stamps time, ids and chance into the message")
          .allowEmptyShould(true);

  private Determinism() {}

  private static boolean isClock(Target target) {
    return target.owner().startsWith("java.time.")
            && target.name().equals("now")
            && !target.parameters().contains("java.time.Clock")
        || target.owner().equals("java.time.Clock") && target.name().matches("(system|tick).*")
        || target.is("java.lang.System", "currentTimeMillis")
        || target.is("java.util.Date", "<init>") && target.parameters().isEmpty();
  }

  private static boolean isChance(Target target) {
    return target.is("java.util.UUID", "randomUUID")
        || target.is("java.lang.Math", "random")
        || target.is("java.util.concurrent.ThreadLocalRandom", "current")
        || RANDOM.contains(target.owner()) && target.name().equals("<init>");
  }

  private static boolean isPlace(Target target) {
    return target.is("java.time.ZoneId", "systemDefault")
        || target.is("java.util.TimeZone", "getDefault")
        || target.is("java.util.Locale", "getDefault")
        || target.is("java.lang.String", "toLowerCase", "toUpperCase", "format", "formatted")
            && !target.parameters().contains("java.util.Locale")
        || target.is("java.time.format.DateTimeFormatter", "ofPattern")
            && !target.parameters().contains("java.util.Locale");
  }
}
