package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One unit of work at a time for each project in this process. The project's row lock orders the
 * commits; a turn lasts until the rows of a commit stand in the relay's queue, so that Kafka sees
 * them in the order of the commits.
 */
@ApplicationScoped
class ProjectTurns {

  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

  /** Runs the work when all earlier work of these projects is over, on the caller's context. */
  <T> Uni<T> inTurn(Collection<String> projects, Supplier<Uni<T>> work) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    Set<String> distinct = new HashSet<>(projects);
    CompletableFuture<Void> earlier = enter(distinct, mine);
    return onceDone(earlier).chain(work::get).onTermination().invoke(() -> leave(distinct, mine));
  }

  private synchronized CompletableFuture<Void> enter(
      Set<String> projects, CompletableFuture<Void> mine) {
    CompletableFuture<?>[] earlier =
        projects.stream()
            .map(project -> last.put(project, mine))
            .filter(turn -> turn != null)
            .toArray(CompletableFuture[]::new);
    return earlier.length == 0 ? null : CompletableFuture.allOf(earlier);
  }

  private void leave(Set<String> projects, CompletableFuture<Void> mine) {
    synchronized (this) {
      projects.forEach(project -> last.remove(project, mine));
    }
    mine.complete(null);
  }

  private static Uni<Void> onceDone(CompletableFuture<Void> earlier) {
    if (earlier == null || earlier.isDone()) {
      return Uni.createFrom().voidItem();
    }
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .emitter(
            emitter ->
                earlier.whenComplete(
                    (done, never) -> context.runOnContext(ignored -> emitter.complete(null))));
  }
}
