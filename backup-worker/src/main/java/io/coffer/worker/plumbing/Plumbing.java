package io.coffer.worker.plumbing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Single statements on the schema {@code plumbing}, for threads that may wait. Each is a
 * transaction of its own; never called while a message is being handled.
 */
@ApplicationScoped
public class Plumbing {

  /** Well below a lease, so that a heartbeat that hangs leaves time for another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Pool pool;

  Plumbing(Pool pool) {
    this.pool = pool;
  }

  /**
   * The rows that a statement returns.
   *
   * @throws DatabaseAwayException when there is no answer within four seconds, or an error
   */
  public List<Row> query(String sql, Object... parameters) {
    return StreamSupport.stream(execute(sql, parameters).spliterator(), false).toList();
  }

  /**
   * How many rows a statement changed.
   *
   * @throws DatabaseAwayException when there is no answer within four seconds, or an error
   */
  public int change(String sql, Object... parameters) {
    return execute(sql, parameters).rowCount();
  }

  private RowSet<Row> execute(String sql, Object... parameters) {
    try {
      return pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      throw new DatabaseAwayException(e);
    }
  }
}
