package io.coffer.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The outbox as the relay sees it: on connections of its own, after the commits. Blocks; called
 * from the relay's thread only.
 */
@ApplicationScoped
class OutboxTable {

  /** Rows that are read at once. */
  static final int MOST_ROWS = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Pool pool;

  OutboxTable(Pool pool) {
    this.pool = pool;
  }

  /** Projects with rows that nobody is sending: older than 5 s, or all of them. */
  List<String> projectsLeftBehind(List<Long> known, boolean all) {
    // Every position is positive. Saying so leads through the index, past pages of deleted rows.
    String sql =
        "select distinct project from plumbing.outbox"
            + " where position > 0 and not position = any($1)"
            + (all ? "" : " and added_at < clock_timestamp() - interval '5 seconds'");
    return stream(query(sql, Tuple.of(known.toArray(Long[]::new))))
        .map(row -> row.getString(0))
        .toList();
  }

  /**
   * The next rows of a project in their order, without those being sent or already acknowledged;
   * {@link #MOST_ROWS} if there are more.
   */
  List<OutboxRow> rows(String project, List<Long> known) {
    RowSet<Row> rows =
        query(
            "select position, topic, key, headers, payload from plumbing.outbox"
                + " where project = $1 and not position = any($2) order by position limit "
                + MOST_ROWS,
            Tuple.of(project, known.toArray(Long[]::new)));
    return stream(rows)
        .map(
            row ->
                new OutboxRow(
                    row.getLong(0),
                    new Outgoing(
                        project,
                        row.getString(1),
                        row.getString(2),
                        headers(row.getString(3)),
                        row.getBuffer(4).getBytes())))
        .toList();
  }

  void delete(List<Long> positions) {
    query(
        "delete from plumbing.outbox where position = any($1)",
        Tuple.of(positions.toArray(Long[]::new)));
  }

  private RowSet<Row> query(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
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
