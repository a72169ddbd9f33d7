package io.coffer.messaging.round;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** SQL of a thread that may wait, on connections of its own, outside of any message. */
public final class BlockingSql {

  /** Before any id, as {@link Instant#EPOCH} is before anything that is due. */
  public static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;

  public BlockingSql(Pool pool) {
    this.pool = pool;
  }

  /** What the rows say, in their order. */
  public <T> List<T> rows(String sql, Function<Row, T> read, Object... values) {
    return StreamSupport.stream(run(sql, values).spliterator(), false).map(read).toList();
  }

  public void change(String sql, Object... values) {
    run(sql, values);
  }

  /** The moment in a column; null for none. */
  public static Instant moment(Row row, int column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private RowSet<Row> run(String sql, Object... values) {
    Tuple parameters = Tuple.from(Stream.of(values).map(BlockingSql::value).toList());
    return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
  }

  private static Object value(Object value) {
    return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
  }
}
