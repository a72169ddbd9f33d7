package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One after another, because a session answers one question at a time. */
public final class Sequence {

  private Sequence() {}

  /**
   * Runs the step for each item, each after the one before it has completed. Stops at the first
   * failure.
   */
  public static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> step) {
    return switch (items.size()) {
      case 0 -> Uni.createFrom().voidItem();
      case 1 -> step.apply(items.get(0));
      default ->
          Multi.createFrom()
              .iterable(items)
              .onItem()
              .transformToUniAndConcatenate(item -> step.apply(item).replaceWith(Boolean.TRUE))
              .collect()
              .last()
              .replaceWithVoid();
    };
  }
}
