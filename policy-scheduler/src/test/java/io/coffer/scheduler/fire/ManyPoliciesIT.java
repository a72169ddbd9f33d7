package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.scheduler.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many policies on as many vaults, put into the tables as their events would have. Settings: {@code
 * coffer.many.policies} and, of them, {@code coffer.many.due}.
 */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(PlayedInventory.class)
class ManyPoliciesIT {

  private static final int POLICIES = Integer.getInteger("coffer.many.policies", 10_000);
  private static final int DUE = Integer.getInteger("coffer.many.due", 100);
  private static final int FEW = 1_000;
  private static final int TICKS = 101;
  private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");

  /** Twice is what it should be at most; the rest is for a machine with other things to do. */
  private static final int MOST_TIMES_SLOWER = 5;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FireLoop fires;
  @Inject TurnedClock clock;
  @Inject Pool pool;

  @AfterEach
  void forget() {
    clock.show(null);
    for (String table :
        List.of(
            "plumbing.next_fire where project",
            "store.association where project_id",
            "store.policy where project_id",
            "store.vault_resource where project")) {
      run("delete from " + table + " like 'many-%'", Tuple.tuple());
    }
  }

  @Test
  void looksAtManyPoliciesAsFastAsAtFewAndCarriesOutThoseThatAreDue() throws IOException {
    try (FiringProject project = new FiringProject(bootstrapServers)) {
      clock.show(NOW);
      fires.tick();
      add("many-", 0, FEW, NOW.plus(Duration.ofHours(1)));
      Duration few = median();
      add("many-", FEW, POLICIES, NOW.plus(Duration.ofHours(1)));
      Duration many = median();

      add(project.vaults.project(), POLICIES, POLICIES + DUE, NOW.minusSeconds(1));
      long began = System.nanoTime();
      assertThat(fires.tick()).isEqualTo(DUE);
      Duration carried = Duration.ofNanos(System.nanoTime() - began);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(
                          project.wire.messages(CreateCheckpoint.class).stream()
                              .map(CreateCheckpoint::vaultId)
                              .distinct())
                      .hasSize(DUE));
      forgetProject(project.vaults.project());
      report(few, many, carried);
      assertThat(many)
          .as("a tick over %d policies, beside %s over %d", POLICIES, few, FEW)
          .isLessThan(few.multipliedBy(MOST_TIMES_SLOWER));
    }
  }

  private Duration median() {
    run("analyze plumbing.next_fire", Tuple.tuple());
    long[] nanos = new long[TICKS];
    for (int i = 0; i < TICKS; i++) {
      long began = System.nanoTime();
      assertThat(fires.tick()).isZero();
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[TICKS / 2]);
  }

  /** A hundred to a project, unless it is the one that is due. */
  private void add(String project, int from, int to, Instant moment) {
    boolean many = project.equals("many-");
    String owner = many ? "'many-' || n / 100" : "'" + project + "'";
    String all = " from generate_series($1::int, $2::int - 1) n";
    String policy = "md5('policy' || n)::uuid";
    String vault = "md5('vault' || n)::uuid";
    Tuple range = Tuple.of(from, to);
    run(
        "insert into store.policy (id, project_id, operation_type, enabled, settings, created_at,"
            + " updated_at) select "
            + String.join(",", policy, owner, "'backup', true, $3, $4, $4")
            + all,
        Tuple.of(from, to, settings(), moment.minus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC)));
    run(
        "insert into store.association (id, project_id, vault_id, operation_type, policy_id,"
            + " applied_at) select "
            + String.join(",", "md5('a' || n)::uuid", owner, vault, "'backup'", policy, "now()")
            + all,
        range);
    run(
        "insert into store.vault_resource (id, project, vault_id, resource_id, type, name) select "
            + String.join(",", "md5('r' || n)::uuid", owner, vault, "'r' || n, 'type', 'name'")
            + all,
        range);
    run(
        "insert into plumbing.next_fire (id, project, policy_id, vault_id, pattern, anchor, moment)"
            + " select "
            + String.join(",", "md5('f' || n)::uuid", owner, policy, vault, "$3, $4, $5")
            + all,
        Tuple.of(
            from,
            to,
            "[\"" + Samples.NIGHTLY + "\"]",
            moment.minus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC),
            moment.atOffset(ZoneOffset.UTC)));
  }

  private void forgetProject(String project) {
    run("delete from plumbing.next_fire where project = $1", Tuple.of(project));
    run("delete from store.association where project_id = $1", Tuple.of(project));
    run("delete from store.policy where project_id = $1", Tuple.of(project));
  }

  private static String settings() {
    try {
      return Json.MAPPER.writeValueAsString(Samples.backup("{\"max_backups\":3}"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql, Tuple parameters) {
    pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofMinutes(2));
  }

  private static void report(Duration few, Duration many, Duration carried) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            "%s: a tick without due fires took %.2f ms at %d policies and %.2f ms at %d (medians of"
                + " %d); %d due fires were carried out in %.1f s, each with one order.%n",
            LocalDate.now(ZoneOffset.UTC),
            few.toNanos() / 1e6,
            FEW,
            many.toNanos() / 1e6,
            POLICIES,
            TICKS,
            DUE,
            carried.toMillis() / 1e3);
    System.out.print(text);
    String report = System.getProperty("coffer.soak.report", "");
    if (!report.isEmpty()) {
      Files.createDirectories(Path.of(report).getParent());
      Files.writeString(
          Path.of(report).resolveSibling("many-policies.md"),
          "# What the long run of policy-scheduler showed: many policies\n\n" + text);
    }
  }
}
