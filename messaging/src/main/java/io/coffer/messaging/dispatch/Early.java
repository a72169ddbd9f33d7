package io.coffer.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import io.coffer.messaging.envelope.Incoming;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events that came before those they follow, in the database until their turn. */
@ApplicationScoped
class Early {

  private static final String HOLD =
      """
      insert into plumbing.early
        (topic, project, seq, place_partition, place_offset, headers, payload, since)
      values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
      on conflict do nothing
      """;

  private static final String PASS =
      """
      delete from plumbing.early e
      using unnest($1::text[], $2::text[], $3::bigint[]) as w(topic, project, seq)
      where e.topic = w.topic and e.project = w.project and e.seq <= w.seq
      """;

  private static final String SELECT =
      "select topic, project, place_partition, place_offset, headers, payload from plumbing.early"
          + " where ";

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Pool pool;

  Early(Pool pool) {
    this.pool = pool;
  }

  /** Keeps an event until its turn, in the transaction of the session. */
  Uni<Void> hold(Mutiny.Session session, FoldPositions.Key key, long seq, Incoming event) {
    return SessionSql.rows(
            session,
            HOLD,
            key.topic(),
            key.project(),
            seq,
            event.partition(),
            event.offset(),
            json(event.headers()),
            Buffer.buffer(event.value()))
        .replaceWithVoid();
  }

  /** Forgets those whose turn is over, in the transaction of the session. */
  Uni<Void> pass(
      Mutiny.Session session, Collection<FoldPositions.Key> keys, Map<FoldPositions.Key, Long> to) {
    return keys.isEmpty()
        ? Uni.createFrom().voidItem()
        : SessionSql.rows(
                session,
                PASS,
                SessionSql.column(keys, FoldPositions.Key::topic, String[]::new),
                SessionSql.column(keys, FoldPositions.Key::project, String[]::new),
                SessionSql.column(keys, to::get, Long[]::new))
            .replaceWithVoid();
  }

  /** What is here with this number, as it came: nothing, an event, or garbage beside it. */
  Uni<List<Incoming>> at(FoldPositions.Key key, long seq) {
    return pool.preparedQuery(
            SELECT + "topic = $1 and project = $2 and seq = $3 order by place_offset")
        .execute(Tuple.of(key.topic(), key.project(), seq))
        .map(Early::events);
  }

  /** Those for which what comes before them has not come within a minute. */
  Uni<List<Incoming>> inVain() {
    return pool.query(
            SELECT + "since < clock_timestamp() - interval '1 minute' order by since limit 100")
        .execute()
        .map(Early::events);
  }

  /** Forgets one. */
  Uni<Void> forget(Incoming event) {
    return pool.preparedQuery(
            "delete from plumbing.early"
                + " where topic = $1 and project = $2 and place_partition = $3"
                + " and place_offset = $4")
        .execute(Tuple.of(event.topic(), event.key(), event.partition(), event.offset()))
        .replaceWithVoid();
  }

  private static List<Incoming> events(RowSet<Row> rows) {
    List<Incoming> events = new ArrayList<>();
    for (Row row : rows) {
      events.add(
          new Incoming(
              row.getString(0),
              row.getInteger(2),
              row.getLong(3),
              row.getString(1),
              headers(row.getString(4)),
              row.getBuffer(5).getBytes()));
    }
    return events;
  }

  private static String json(Map<String, String> headers) {
    try {
      return Json.MAPPER.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  private static Map<String, String> headers(String json) {
    try {
      return Json.MAPPER.readValue(json, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the headers of an early event are not JSON", e);
    }
  }
}
