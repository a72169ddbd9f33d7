package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was kept as JSON before lines were rows. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(AccountsFile.class)
class LinesOfBeforeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Pool pool;
  @Inject UsageLineStore lines;

  private final UUID hour = UUID.randomUUID();
  private final UUID vault = UUID.randomUUID();

  @AfterEach
  void end() {
    run("drop schema before cascade");
  }

  /** With a vault that was charged in two ways for the same, under two names. */
  @Test
  void becomeTheRowsThatAReplayWrites() throws Throwable {
    List<UsageLine> kept =
        List.of(
            line("one", BigInteger.TEN.pow(25), UUID.randomUUID(), "0.00028"),
            line("one", BigInteger.TWO, null, "0.00028"),
            line("two", BigInteger.TEN, null, "0.00028"),
            new UsageLine(UUID.randomUUID(), null, "none", "stored", BigInteger.ONE, null, null));
    run("create schema before");
    migrate("V20__usage");
    migrate("V21__closed_hours");
    pool.preparedQuery(
            "insert into before.closed_hour values ($1, 'p', now(), 'm', 'r', 'EUR', $2, now())")
        .execute(Tuple.of(hour, Json.MAPPER.writeValueAsString(kept)))
        .await()
        .atMost(PATIENCE);
    migrate("V42__usage_lines");
    VertxContextSupport.subscribeAndAwait(
        () -> Panache.withTransaction(() -> lines.put(hour, HourPart.WHOLE, kept)));
    assertThat(rows("before")).hasSize(3).isEqualTo(rows("store"));
    assertThat(rows("store")).anyMatch(row -> row.contains("\"byte_millis\":12"));
    assertThat(rows("store")).noneMatch(row -> row.contains("\"byte_millis\":10,"));
  }

  private UsageLine line(String name, BigInteger byteMillis, UUID packageId, String price) {
    return new UsageLine(vault, name, "code", "capacity", byteMillis, packageId, price);
  }

  private List<String> rows(String schema) {
    return StreamSupport.stream(
            pool.preparedQuery(
                    "select row_to_json(l)::text from "
                        + schema
                        + ".usage_line l where hour_id = $1 order by vault_id, package_id")
                .execute(Tuple.of(hour))
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .map(row -> row.getString(0))
        .toList();
  }

  private void migrate(String version) throws IOException {
    try (InputStream sql = getClass().getResourceAsStream("/db/store/" + version + ".sql")) {
      run(new String(sql.readAllBytes(), StandardCharsets.UTF_8).replace("store.", "before."));
    }
  }

  private void run(String sql) {
    pool.query(sql).execute().await().atMost(PATIENCE);
  }
}
