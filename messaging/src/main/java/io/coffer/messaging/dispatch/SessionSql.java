package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

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
        .completionStage(
            () -> ((MutinySessionImpl) session).getReactiveConnection().select(sql, parameters))
        .map(
            result -> {
              List<Object[]> rows = new ArrayList<>(result.size());
              result.forEachRemaining(rows::add);
              return rows;
            });
  }
}
