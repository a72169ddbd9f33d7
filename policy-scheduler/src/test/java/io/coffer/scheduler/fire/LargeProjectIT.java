package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicyEvent.BackupsReleased;
import io.coffer.contracts.policy.PolicyEvent.ReleasedBackup;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.coffer.scheduler.retention.SweepLoop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one project has very many of, put into the tables as its events would have. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class LargeProjectIT {

  private static final int MANY = 13_000;
  private static final String NIGHTLY = "FREQ=DAILY;BYHOUR=2";
  private static final Instant NOW = Instant.parse("2031-06-01T12:00:00Z");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject SweepLoop sweeps;
  @Inject TurnedClock clock;
  @Inject Pool pool;

  private FiringProject project;

  @BeforeEach
  void open() {
    project = new FiringProject(bootstrapServers);
    clock.show(NOW);
  }

  @AfterEach
  void close() {
    clock.show(null);
    project.close();
  }

  /** More than there is room for in one fact. */
  @Test
  void letsGoOfManyBackupsOfAVaultSomeEachHour() {
    UUID vault = project.vault("db");
    run(
        "insert into store.backup (id, project_id, vault_id, resource_id, name, status, automatic,"
            + " incremental, stored_bytes, taken_at, expired_at) select gen_random_uuid(), $1, $2,"
            + " 'r' || n % 30, 'name', 'available', false, false, 1, timestamptz '2030-01-01' + n *"
            + " interval '1 minute', '2031-01-01' from generate_series(1, $3::int) n",
        Tuple.of(project.vaults.project(), vault, MANY));
    sweeps.tick();
    List<ReleasedBackup> first = released(1);
    assertThat(first).hasSizeBetween(1, 2_000);
    run(
        "update store.backup set status = 'deleting' where vault_id = $1 and id = any ($2)",
        Tuple.of(vault, first.stream().map(ReleasedBackup::backupId).toArray(UUID[]::new)));
    clock.show(NOW.plus(Duration.ofHours(1)));
    sweeps.tick();
    assertThat(released(2)).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
    run("delete from store.backup where vault_id = $1", Tuple.of(vault));
  }

  /** More than there is room for in one answer. */
  @Test
  void changesAndDeletesAPolicyThatIsAppliedToManyVaults() {
    UUID policy = project.policy(NOW, "{}", NIGHTLY);
    applied(policy, 18_000);
    JsonNode changed = change(policy, null, "FREQ=DAILY;BYHOUR=3");
    assertThat(changed.at("/policy/associated_vaults")).hasSize(5_000);
    assertThat(count("next_fire", "policy_id = $1 and pattern like '%BYHOUR=3%'", policy))
        .isEqualTo(18_000);
    assertThat(count("next_fire", "policy_id = $1", policy)).isEqualTo(18_000);
    change(policy, false, "FREQ=DAILY;BYHOUR=3");
    assertThat(count("next_fire", "policy_id = $1", policy)).isZero();
    assertThat(project.ask(new DeletePolicy(policy), NOW).status()).isEqualTo(204);
    assertThat(count("association", "policy_id = $1", policy)).isZero();
  }

  private void applied(UUID policy, int vaults) {
    String owner = project.vaults.project();
    OffsetDateTime day = NOW.atOffset(ZoneOffset.UTC);
    run(
        "insert into store.association (id, project_id, vault_id, operation_type, policy_id,"
            + " applied_at) select gen_random_uuid(), $1, gen_random_uuid(), 'backup', $2, $3"
            + " from generate_series(1, $4::int)",
        Tuple.of(owner, policy, day, vaults));
    run(
        "insert into plumbing.next_fire (id, project, policy_id, vault_id, pattern, anchor, moment)"
            + " select gen_random_uuid(), project_id, policy_id, vault_id, $2, $3::timestamptz,"
            + " $3::timestamptz + interval '1 day' from store.association where policy_id = $1",
        Tuple.of(policy, "[\"" + NIGHTLY + "\"]", day));
  }

  private JsonNode change(UUID policy, Boolean enabled, String pattern) {
    PolicyTrigger trigger = new PolicyTrigger(List.of(pattern), null, null);
    Wire.Outcome outcome =
        project.ask(new UpdatePolicy(policy, null, enabled, null, trigger, null), NOW);
    assertThat(outcome.status()).isEqualTo(200);
    return outcome.body();
  }

  private long count(String table, String condition, UUID policy) {
    String schema = table.equals("next_fire") ? "plumbing." : "store.";
    return pool.preparedQuery("select count(*) from " + schema + table + " where " + condition)
        .execute(Tuple.of(policy))
        .await()
        .atMost(Duration.ofMinutes(1))
        .iterator()
        .next()
        .getLong(0);
  }

  private List<ReleasedBackup> released(int facts) {
    return project.wire.await(BackupsReleased.class, facts).get(facts - 1).backups();
  }

  private void run(String sql, Tuple parameters) {
    pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofMinutes(1));
  }
}
