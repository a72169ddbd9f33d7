package io.coffer.owner.store;

import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Work on rows however many there are, some at a time. Where it takes more than one time the
 * session keeps none of those that are done with.
 */
public final class Many {

  private static final int AT_A_TIME = 500;

  private Many() {}

  /** Removes all rows for which this holds. */
  public static <R> Uni<Void> remove(
      PanacheRepositoryBase<R, ?> rows, String condition, Object... parameters) {
    return whereItHolds(
        rows,
        found -> rows.getSession().chain(session -> session.removeAll(found.toArray())),
        condition,
        parameters);
  }

  /** Changes rows until this holds for none of them any more. */
  public static <R> Uni<Void> whereItHolds(
      PanacheRepositoryBase<R, ?> rows,
      Function<List<R>, Uni<Void>> change,
      String condition,
      Object... parameters) {
    return rows.find(condition, parameters)
        .page(0, AT_A_TIME)
        .list()
        .chain(
            found ->
                found.size() < AT_A_TIME
                    ? change.apply(found)
                    : change
                        .apply(found)
                        .chain(() -> leave(rows, found))
                        .chain(() -> whereItHolds(rows, change, condition, parameters)));
  }

  /**
   * Takes a step for some of all.
   *
   * @param step gives back the rows that it loaded or made
   */
  public static <T, R> Uni<Void> each(
      PanacheRepositoryBase<R, ?> rows, List<T> all, Function<List<T>, Uni<List<R>>> step) {
    List<List<T>> pieces =
        IntStream.iterate(0, first -> first < all.size(), first -> first + AT_A_TIME)
            .mapToObj(first -> all.subList(first, Math.min(first + AT_A_TIME, all.size())))
            .toList();
    return Sequence.each(
        pieces,
        piece ->
            step.apply(piece)
                .chain(
                    done -> pieces.size() > 1 ? leave(rows, done) : Uni.createFrom().voidItem()));
  }

  private static <R> Uni<Void> leave(PanacheRepositoryBase<R, ?> rows, List<R> done) {
    return rows.getSession()
        .chain(session -> session.flush().invoke(() -> done.forEach(session::detach)));
  }
}
