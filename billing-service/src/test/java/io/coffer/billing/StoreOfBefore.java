package io.coffer.billing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The store as earlier migrations left it, in a schema of its own beside that of today. */
public final class StoreOfBefore implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pool pool;

  public StoreOfBefore(Pool pool) {
    this.pool = pool;
    run("create schema before");
  }

  /** Runs a migration of the store there. */
  public void migrate(String version) throws IOException {
    try (InputStream sql = getClass().getResourceAsStream("/db/store/" + version + ".sql")) {
      String there =
          new String(sql.readAllBytes(), StandardCharsets.UTF_8).replace("store.", "before.");
      pool.query(there).execute().await().atMost(PATIENCE);
    }
  }

  public void run(String sql, Object... values) {
    pool.preparedQuery(sql).execute(Tuple.wrap(values)).await().atMost(PATIENCE);
  }

  /** What is found there, each row as JSON. */
  public List<String> rows(String from, Object... values) {
    return found("before." + from, values);
  }

  /** What is found in the store of today. */
  public List<String> rowsToday(String from, Object... values) {
    return found("store." + from, values);
  }

  private List<String> found(String from, Object... values) {
    return StreamSupport.stream(
            pool.preparedQuery("select row_to_json(r)::text from (select * from " + from + ") r")
                .execute(Tuple.wrap(values))
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .map(row -> row.getString(0))
        .toList();
  }

  @Override
  public void close() {
    run("drop schema before cascade");
  }
}
