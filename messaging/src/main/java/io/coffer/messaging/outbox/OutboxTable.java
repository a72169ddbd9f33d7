package io.coffer.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The outbox as the relay sees it: on connections of its own, after the commits. Blocks; called
 * from the relay's thread only.
 */
@ApplicationScoped
class OutboxTable {

  /** Rows that are read at once. */
  static final int MOST_ROWS = 500;

  private static final int MOST_OLD = 10_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Pool pool;

  OutboxTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * Rows that have been there for longer than this, by position: sent and forgotten long ago if all
   * is well.
   */
  Map<Long, String> olderThan(Duration age) {
    // Every position is positive. Saying so leads through the index, past pages of deleted rows.
    String sql =
        "select position, project from plumbing.outbox"
            + " where position > 0"
            + " and added_at < clock_timestamp() - make_interval(secs => $1) limit "
            + MOST_OLD;
    Map<Long, String> old = new HashMap<>();
    query(sql, Tuple.of(age.toMillis() / 1e3))
        .forEach(row -> old.put(row.getLong(0), row.getString(1)));
    return old;
  }

  /**
   * The next rows of a project, or of all, in their order; {@link #MOST_ROWS} if there are more.
   */
  List<OutboxRow> rows(Optional<String> project, long after) {
    String sql =
        "select position, project, topic, key, headers, payload from plumbing.outbox"
            + " where position > $1"
            + (project.isPresent() ? " and project = $2" : "")
            + " order by position limit "
            + MOST_ROWS;
    Tuple parameters = Tuple.of(after);
    project.ifPresent(parameters::addString);
    return stream(query(sql, parameters))
        .map(
            row ->
                new OutboxRow(
                    row.getLong(0),
                    new Outgoing(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        headers(row.getString(4)),
                        row.getBuffer(5).getBytes())))
        .toList();
  }

  void delete(List<Long> positions) {
    query(
        "delete from plumbing.outbox where position = any($1)",
        Tuple.of(positions.toArray(Long[]::new)));
  }

  private RowSet<Row> query(String sql, Tuple parameters) {
    try {
      return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Map<String, String> headers(String json) {
    try {
      return Json.MAPPER.readValue(json, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the headers of an outbox row are not JSON", e);
    }
  }
}
