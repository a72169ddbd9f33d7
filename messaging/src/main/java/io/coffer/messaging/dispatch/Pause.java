package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Retries without leaving the context that a database session is bound to. */
final class Pause {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Pause() {}

  /** 50 ms before the second try, doubled for each further one, at most 2 s. */
  static Uni<Void> beforeTry(int attempt) {
    long millis = Math.min(50L << Math.min(attempt, 10), LONGEST.toMillis());
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = Vertx.currentContext();
              context
                  .owner()
                  .setTimer(
                      millis, fired -> context.runOnContext(ignored -> emitter.complete(null)));
            });
  }
}
