package io.coffer.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.StoreOfBefore;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What was kept of vaults when each had a row beside its terms. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class TermsOfBeforeIT {

  private static final String TERMS = "vault_terms where project = $1 order by vault_id, seq";
  private static final String MULTI_AZ = "multi_az_vault where vault_id in ($1, $2)";

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final UUID one = UUID.randomUUID();
  private final UUID inZones = UUID.randomUUID();

  @Test
  void becomeTheRowsThatAReplayWrites() throws Exception {
    try (StoreOfBefore before = new StoreOfBefore(pool);
        History history = new History(bootstrapServers)) {
      history.happens(Facts.vaultCreated(one, false), Facts.vaultCreated(inZones, true));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> before.rowsToday(TERMS, history.project()).size() == 2);
      before.migrate("V1__storage_usage");
      before.migrate("V20__usage");
      before.migrate("V21__closed_hours");
      before.migrate("V42__usage_lines");
      before.run("insert into before.metered_vault values ($1, $2, false)", one, history.project());
      before.run(
          "insert into before.metered_vault values ($1, $2, true)", inZones, history.project());
      before.run(
          "insert into before.vault_terms select gen_random_uuid(), project, vault_id, $2, seq,"
              + " ended, terms from store.vault_terms where project = $1",
          history.project(),
          History.TIME.atOffset(ZoneOffset.UTC));
      before.migrate("V44__vault_terms_by_vault");
      assertThat(before.rows(TERMS, history.project()))
          .hasSize(2)
          .isEqualTo(before.rowsToday(TERMS, history.project()));
      assertThat(before.rows(MULTI_AZ, one, inZones))
          .hasSize(1)
          .isEqualTo(before.rowsToday(MULTI_AZ, one, inZones));
    }
  }
}
