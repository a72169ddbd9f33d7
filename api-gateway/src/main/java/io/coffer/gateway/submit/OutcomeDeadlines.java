package io.coffer.gateway.submit;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Looks after those who wait long: after two seconds the owner is asked once, at ten seconds once
 * more, and then the client gets the id of its command instead of the outcome.
 */
@ApplicationScoped
class OutcomeDeadlines {

  private static final int LOOK_EVERY_MILLIS = 250;
  private static final int ASK_AFTER_MILLIS = 2_000;
  private static final int DEADLINE_MILLIS = 10_000;
  private static final Duration LAST_QUESTION = Duration.ofSeconds(2);

  private final Waiters waiters;
  private final Outcomes outcomes;

  OutcomeDeadlines(Waiters waiters, Outcomes outcomes) {
    this.waiters = waiters;
    this.outcomes = outcomes;
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look(System.nanoTime()));
  }

  void look(long nowNanos) {
    waiters.forEach(
        waiter -> {
          long waited = waiter.waitedMillis(nowNanos);
          if (waited >= DEADLINE_MILLIS) {
            waiters.remove(waiter);
            askAtLast(waiter);
          } else if (waited >= ASK_AFTER_MILLIS && waiter.asksNow()) {
            ask(waiter);
          }
        });
  }

  private void ask(Waiter waiter) {
    outcomes
        .of(waiter.topic(), waiter.command())
        .subscribe()
        .with(
            known -> known.ifPresent(outcome -> waiters.tell(waiter.command(), outcome.answer())),
            unreachable -> {});
  }

  private void askAtLast(Waiter waiter) {
    outcomes
        .of(waiter.topic(), waiter.command())
        .ifNoItem()
        .after(LAST_QUESTION)
        .fail()
        .subscribe()
        .with(
            known ->
                known.ifPresentOrElse(
                    outcome -> waiter.tell(outcome.answer()), () -> waiter.fail(late(waiter))),
            unreachable -> waiter.fail(late(waiter)));
  }

  private static ApiException late(Waiter waiter) {
    return ApiException.of(
        CbrError.BACKEND_TIMEOUT,
        "Backend timeout. The command "
            + waiter.command()
            + " was accepted and may still be carried out.");
  }
}
