package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.billing.metering.NextHourTable;
import io.coffer.billing.metering.UsageTable;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageTable;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.UnsetSettings;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours of projects that have more vaults than one message has room for. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(AccountsFile.class)
class HourPartsIT {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant CLOSING = MIDNIGHT.plus(Duration.ofMinutes(62));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MANY = 5000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject HourLoop hours;
  @Inject LocalDispatch messages;
  @Inject TurnedClock clock;
  @Inject Replayer replayer;
  @Inject Pool pool;
  @Inject NextHourTable next;
  @Inject UsageTable usage;
  @Inject PackageTable packages;
  @Inject Tariff tariff;
  @Inject ProjectBook projects;

  private History history;
  private Wire project;
  private BillReader reader;

  @BeforeEach
  void begin() {
    history = new History(bootstrapServers);
    project =
        new Wire(bootstrapServers, history.project(), "billing-service", Topic.BILLING_EVENTS);
    reader = new BillReader(history.project());
    clock.show(CLOSING);
  }

  @AfterEach
  void end() {
    clock.show(null);
    sql("delete from plumbing.next_hour where project = $1");
    project.close();
    history.close();
  }

  @Test
  void closesAnHourOfMoreVaultsThanAMessageHasRoomForAndAgainOnlyThePartThatChanged()
      throws Throwable {
    manyVaults();
    hours.tick();
    List<HourClosed> parts = project.await(HourClosed.class, 5);
    assertThat(parts).hasSize(5).allMatch(part -> bytes(part) < 500_000);
    assertThat(parts.stream().mapToInt(part -> part.lines().size()).sum()).isEqualTo(MANY);
    JsonNode bill = bill();
    assertThat(bill.path("total").asText()).isEqualTo("140.00");
    assertThat(bill.path("lines")).hasSize(MANY);
    assertThat(bill.path("closed_until").asText()).isEqualTo("2026-03-01T01:00:00.000+00:00");
    assertThat(hours.tick()).isZero();

    UUID changed = parts.get(2).lines().get(7).vaultId();
    history.happens(
        new VaultUpdated(changed, settings("server", 2100), MIDNIGHT.plus(Duration.ofMinutes(30))));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              hours.tick();
              assertThat(bill().path("total").asText()).isEqualTo("140.28");
            });
    assertThat(hours.tick()).isZero();
    List<HourClosed> again = project.await(HourClosed.class, 6);
    assertThat(again).hasSize(6);
    assertThat(again.get(5).charge()).isEqualTo("0.28");
    assertThat(again.get(5).lines()).anyMatch(line -> line.vaultId().equals(changed));
    reader.isTheSameFrom(project.events(), "2026-03", replayer, pool);
  }

  @Test
  void endsWithTheSameBillWhenItDiesBetweenTwoParts() throws Exception {
    manyVaults();
    HourLoop dying = loop(1000, new Dying());
    assertThatThrownBy(dying::tick).hasMessage("died");
    assertThat(project.await(HourClosed.class, 2)).hasSize(2);
    loop(700, messages).tick();
    assertThat(bill().path("total").asText()).isEqualTo("140.00");
    assertThat(bill().path("lines")).hasSize(MANY);
    assertThat(hours.tick()).isZero();
  }

  /**
   * Half an hour of 300 GB, 400 GB for an hour at the higher price; then 474 GB are left of the
   * package for the 600 GB that come first at the lower one.
   */
  @Test
  void takesFromAPackageInTheOrderOfPricesWhateverPartsThereAre() throws Throwable {
    sql(
        "insert into store.resource_package (id, project, order_id, spec_code, num, volume_gb, covers,"
            + " valid_from, valid_until) values ($2, $1, 'o', 'p', 1, 1024,"
            + " '[\"vault.backup.server.normal\",\"vault.backup.turbo.normal\"]', $3, $4)",
        UUID.randomUUID(),
        MIDNIGHT.minusSeconds(3600).atOffset(ZoneOffset.UTC),
        MIDNIGHT.plusSeconds(7200).atOffset(ZoneOffset.UTC));
    List<UUID> ids = IntStream.range(1, 6).mapToObj(n -> mine(n)).toList();
    history.happens(
        created(ids.get(0), "server", 600),
        created(ids.get(1), "turbo", 300),
        created(ids.get(2), "turbo", 400),
        created(ids.get(3), "server", 500),
        created(ids.get(4), "rds", 700),
        new VaultUpdated(
            ids.get(1), settings("server", 300), MIDNIGHT.plus(Duration.ofMinutes(30))));
    HourLoop loop = loop(2, messages);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              loop.tick();
              assertThat(bill().path("lines"))
                  .extracting(HourPartsIT::words)
                  .containsExactly(
                      "server 474 taken",
                      "server 126",
                      "server 150",
                      "turbo 150 taken",
                      "turbo 400 taken",
                      "server 500");
            });
    assertThat(bill().path("total").asText()).isEqualTo("0.22");
    assertThat(project.messages(HourClosed.class)).hasSizeGreaterThan(3);
    reader.isTheSameFrom(project.events(), "2026-03", replayer, pool);
  }

  @Test
  void writesTheBillOfAMonthOfHours() {
    sql(
        "insert into store.closed_hour (id, project, hour, month, region, currency, closed_at)"
            + " select md5($1 || hour)::uuid, $1, hour, '2026-03', 'region-1', 'USD', hour"
            + " from generate_series(timestamptz '2026-03-01T00:00Z',"
            + " timestamptz '2026-03-31T23:00Z', interval '1 hour') hour");
    sql(
        "insert into store.usage_line (hour_id, vault_id, vault_name, spec_code, measure, package_id,"
            + " byte_millis, price) select h.id, md5(n::text)::uuid, 'v' || date_part('day', h.hour at"
            + " time zone 'UTC'), 'vault.backup.server.normal', 'capacity',"
            + " '00000000-0000-0000-0000-000000000000', 3865470566400000, '0.00028'"
            + " from store.closed_hour h, generate_series(1, 200) n where h.project = $1");
    JsonNode bill = bill();
    assertThat(bill.path("lines")).hasSize(200);
    assertThat(bill.at("/lines/9/quantity").asText()).isEqualTo("744.000000");
    assertThat(bill.at("/lines/9/vault_name").asText()).isEqualTo("v31");
    assertThat(bill.at("/lines/9/begins_at").asText()).isEqualTo("2026-03-01T00:00:00.000+00:00");
    assertThat(bill.at("/lines/9/ends_at").asText()).isEqualTo("2026-04-01T00:00:00.000+00:00");
    assertThat(bill.path("total").asText()).isEqualTo("41.66");
  }

  /** Seen since the hour before, a thousand of them for each part. */
  private void manyVaults() throws Exception {
    sql(
        "insert into store.vault_terms (project, vault_id, at, seq, ended, terms)"
            + " select $1, md5($1 || n)::uuid, $2, 0, false, $3"
            + " from generate_series(1, $4) n",
        MIDNIGHT.minusSeconds(1).atOffset(ZoneOffset.UTC),
        Json.MAPPER.writeValueAsString(
            Map.of(
                "name",
                "web",
                "specCode",
                "vault.backup.server.normal",
                "chargingMode",
                "post_paid",
                "sizeGb",
                100,
                "demandBilling",
                false)),
        MANY);
    sql(
        "insert into plumbing.next_hour (project, hour, vault_seq, billing_seq)"
            + " values ($1, $2, 0, 0)",
        MIDNIGHT.atOffset(ZoneOffset.UTC));
  }

  private HourLoop loop(int part, LocalDispatch messages) {
    BillSettings settings =
        UnsetSettings.of(
            BillSettings.class,
            Map.of("coffer.bills.part", "" + part, "coffer.bills.lease", "PT0.001S"));
    return new HourLoop(next, usage, packages, tariff, projects, settings, messages, clock);
  }

  /** Has two parts closed and does not get to note the second one. */
  private class Dying extends LocalDispatch {
    private int given;

    Dying() {
      super(null, "test");
    }

    @Override
    public void give(UUID id, String type, Instant at, String project, Message message) {
      messages.give(id, type, at, project, message);
      if (project.equals(history.project()) && ++given == 2) {
        throw new AssertionError("died");
      }
    }
  }

  private static String words(JsonNode line) {
    return line.path("spec_code").asText().split("\\.")[2]
        + " "
        + line.path("quantity").asText().replace(".000000", "")
        + (line.has("package_id") ? " taken" : "");
  }

  private JsonNode bill() {
    return reader.bill("2026-03");
  }

  private void sql(String statement, Object... values) {
    pool.preparedQuery(statement)
        .execute(
            Tuple.from(Stream.concat(Stream.of(history.project()), Stream.of(values)).toList()))
        .await()
        .atMost(PATIENCE);
  }

  private UUID mine(int n) {
    return new UUID(history.project().hashCode() & 0x7fff_ffff, n);
  }

  private static VaultCreated created(UUID id, String objectType, int sizeGb) {
    return new VaultCreated(id, settings(objectType, sizeGb), List.of(), "user", MIDNIGHT, null);
  }

  private static VaultSettings settings(String objectType, int sizeGb) {
    return SampleVault.settings(Map.of("name", "web", "objectType", objectType, "sizeGb", sizeGb));
  }

  private static int bytes(HourClosed part) {
    try {
      return Json.MAPPER.writeValueAsBytes(part).length;
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
