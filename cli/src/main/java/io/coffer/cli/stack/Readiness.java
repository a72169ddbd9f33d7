package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.local.KafkaBroker;
import io.coffer.local.LocalStackException;
import io.coffer.local.Patience;
import io.coffer.local.Ports;
import java.time.Duration;
import java.util.List;

/** Whether live processes do their work. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_UNTIL_LOST = 5;

  private final Home home;
  private final Health health = new Health();

  Readiness(Home home) {
    this.home = home;
  }

  boolean isReady(StackProcess process) {
    if (!process.process().isAlive()) {
      return false;
    }
    return switch (process.name()) {
      case Stack.POSTGRES -> Ports.isOpen(process.port());
      case Stack.KAFKA ->
          KafkaBroker.isReady(home.kafkaData(), process.process()) && Ports.isOpen(process.port());
      case Supervisor.NAME -> true;
      default -> health.isReady(process.port());
    };
  }

  /** Whether a process says of itself that only a new start helps it. */
  boolean isLost(StackProcess process) {
    return StackService.ofProcess(process.name()).isPresent() && health.isLost(process.port());
  }

  /**
   * Returns when all are ready.
   *
   * @throws LocalStackException as soon as one has ended or is lost; the message says why
   */
  void await(List<StartedProcess> all) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    for (StartedProcess next : all) {
      int lost = 0;
      while (!becomesReady(next, all)) {
        lost = isLost(next.process()) ? lost + 1 : 0;
        if (lost > LOOKS_UNTIL_LOST) {
          throw failed(next, "does not come up", complaint(next));
        }
        if (System.nanoTime() > deadline) {
          throw failed(next, "is not ready after " + LIMIT.toSeconds() + " s", complaint(next));
        }
      }
    }
  }

  /** Within the time from one look at whether it is lost to the next. */
  private boolean becomesReady(StartedProcess process, List<StartedProcess> all) {
    return Patience.until(
        LOOK,
        () -> {
          all.stream()
              .filter(any -> !any.isAlive())
              .findFirst()
              .ifPresent(
                  ended -> {
                    throw failed(ended, "ended while it was starting", ended.log().complaint());
                  });
          return isReady(process.process());
        });
  }

  private String complaint(StartedProcess process) {
    return StackService.ofProcess(process.name()).isPresent()
        ? health.complaint(process.process().port())
        : process.log().complaint();
  }

  private static LocalStackException failed(StartedProcess process, String how, String why) {
    return new LocalStackException(
        process.name() + " " + how + ": " + why + "\n  its log is " + process.log().file());
  }
}
