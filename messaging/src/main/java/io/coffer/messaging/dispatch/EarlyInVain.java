package io.coffer.messaging.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sets events aside whose turn does not come: what they follow was lost, or never was. */
@ApplicationScoped
class EarlyInVain {

  private final Early early;
  private final Dispatcher dispatcher;

  EarlyInVain(Early early, Dispatcher dispatcher) {
    this.early = early;
    this.dispatcher = dispatcher;
  }

  @Scheduled(
      every = "20s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> setAside() {
    return early
        .inVain()
        .chain(
            events ->
                Sequence.each(
                    events,
                    event ->
                        dispatcher
                            .setAside(event, "what comes before it in its project did not come")
                            .chain(() -> early.forget(event))));
  }
}
