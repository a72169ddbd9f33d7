package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.StoreOfBefore;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was kept as JSON before lines were rows. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(AccountsFile.class)
class LinesOfBeforeIT {

  private static final String OF_HOUR =
      "usage_line where hour_id = $1 order by vault_id, package_id";

  @Inject Pool pool;
  @Inject UsageLineStore lines;

  private final UUID hour = UUID.randomUUID();
  private final UUID vault = UUID.randomUUID();

  /** With a vault that was charged in two ways for the same, under two names. */
  @Test
  void becomeTheRowsThatAReplayWrites() throws Throwable {
    List<UsageLine> kept =
        List.of(
            line("one", BigInteger.TEN.pow(25), UUID.randomUUID(), "0.00028"),
            line("one", BigInteger.TWO, null, "0.00028"),
            line("two", BigInteger.TEN, null, "0.00028"),
            new UsageLine(UUID.randomUUID(), null, "none", "stored", BigInteger.ONE, null, null));
    try (StoreOfBefore before = new StoreOfBefore(pool)) {
      before.migrate("V20__usage");
      before.migrate("V21__closed_hours");
      before.run(
          "insert into before.closed_hour values ($1, 'p', now(), 'm', 'r', 'EUR', $2, now())",
          hour,
          Json.MAPPER.writeValueAsString(kept));
      before.migrate("V42__usage_lines");
      VertxContextSupport.subscribeAndAwait(
          () -> Panache.withTransaction(() -> lines.put(hour, HourPart.WHOLE, kept)));
      assertThat(before.rows(OF_HOUR, hour)).hasSize(3).isEqualTo(before.rowsToday(OF_HOUR, hour));
      assertThat(before.rows(OF_HOUR, hour)).anyMatch(row -> row.contains("\"byte_millis\":12,"));
      assertThat(before.rows(OF_HOUR, hour)).noneMatch(row -> row.contains("\"byte_millis\":10,"));
    }
  }

  private UsageLine line(String name, BigInteger byteMillis, UUID packageId, String price) {
    return new UsageLine(vault, name, "code", "capacity", byteMillis, packageId, price);
  }
}
