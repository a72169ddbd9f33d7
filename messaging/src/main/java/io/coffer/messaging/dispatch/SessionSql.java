package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * SQL on the connection of a session's transaction, past the query engine: its plan cache never
 * recognizes a native query with a result type, so that each execution would be interpreted anew
 * and push out a plan that is of use.
 */
final class SessionSql {

  private SessionSql() {}

  /** The rows of a statement with {@code $1}, {@code $2}, ... for its parameters. */
  static Uni<List<Object[]>> rows(Mutiny.Session session, String sql, Object... parameters) {
    return Uni.createFrom()
        .completionStage(() -> connection(session).select(sql, parameters))
        .map(
            result -> {
              List<Object[]> rows = new ArrayList<>(result.size());
              result.forEachRemaining(rows::add);
              return rows;
            });
  }

  /**
   * The work in a transaction of its own. BEGIN is not waited for: the connection keeps the order,
   * so it travels with the first statement of the work. Must not be cancelled.
   */
  static <T> Uni<T> inTransaction(Mutiny.Session session, Supplier<Uni<T>> work) {
    ReactiveConnection connection = connection(session);
    Uni<Void> rollback =
        Uni.createFrom()
            .completionStage(connection::rollbackTransaction)
            .onFailure()
            .recoverWithNull();
    return Uni.createFrom()
        .deferred(
            () -> {
              CompletionStage<Void> begun = connection.beginTransaction();
              return work.get().call(() -> Uni.createFrom().completionStage(begun));
            })
        .onFailure()
        .call(() -> rollback)
        .call(() -> Uni.createFrom().completionStage(connection::commitTransaction));
  }

  /** A set as an array, one column of its rows; ten for each unit, so it is no stream. */
  static <R, V> V[] column(
      Collection<R> rows, Function<? super R, V> value, IntFunction<V[]> array) {
    V[] column = array.apply(rows.size());
    int at = 0;
    for (R row : rows) {
      column[at++] = value.apply(row);
    }
    return column;
  }

  private static ReactiveConnection connection(Mutiny.Session session) {
    return ((MutinySessionImpl) session).getReactiveConnection();
  }
}
