package io.coffer.billing.metering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class MeteringIT {

  private static final int MEGABYTE = 1 << 20;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final UUID vault = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private History history;

  @BeforeEach
  void begin() throws Exception {
    history = new History(bootstrapServers);
    history.happens(Facts.vaultCreated(vault, false));
  }

  @AfterEach
  void end() {
    history.close();
  }

  @Test
  void addsUpWhatBackupsStore() throws Exception {
    history.happens(
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.planned(vault, "web"),
        Facts.completed(vault, second, "web", MEGABYTE));
    eventually(
        usage -> {
          assertThat(usage.getInt("resource_count")).isEqualTo(1);
          assertThat(usage.getMap("storage_usage[0]"))
              .containsExactlyInAnyOrderEntriesOf(
                  Map.of(
                      "resource_id",
                      "web",
                      "resource_type",
                      "OS::Nova::Server",
                      "resource_name",
                      "name of web",
                      "backup_count",
                      2,
                      "backup_size",
                      8,
                      "backup_size_multiaz",
                      0));
        });
  }

  @Test
  void subtractsWhatDeletionFreed() throws Exception {
    history.happens(
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.completed(vault, second, "web", MEGABYTE),
        Facts.deleted(vault, first, "web", 3 * MEGABYTE));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(5)));
  }

  @Test
  void countsAFailedBackupNeverAndItsBytesAlways() throws Exception {
    history.happens(
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.failed(vault, second, "web", 2 * MEGABYTE),
        Facts.deleted(vault, second, "web", 0));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(9)));
  }

  @Test
  void leavesOutAResourceWithoutBackups() throws Exception {
    history.happens(
        Facts.planned(vault, "db"),
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "db", 4 * MEGABYTE),
        Facts.completed(vault, second, "web", MEGABYTE),
        Facts.deleted(vault, first, "db", MEGABYTE));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(1)));
  }

  @Test
  void forgetsAVaultThatIsGoneAndKeepsTheOthers() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        Facts.vaultCreated(other, true),
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.planned(other, "web"),
        Facts.completed(other, second, "web", 2 * MEGABYTE),
        Facts.vaultDeleted(vault));
    eventually(
        usage -> {
          assertSizes(usage, List.of(1), List.of(2));
          assertThat(usage.getInt("storage_usage[0].backup_size_multiaz")).isEqualTo(2);
        });
  }

  @Test
  void countsWhatMovesInBothVaultsUntilTheFirstIsFreed() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        Facts.vaultCreated(other, true),
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.completed(vault, second, "web", MEGABYTE),
        Facts.migrated(vault, other, List.of(first, second), "web", 6 * MEGABYTE));
    eventually(
        usage -> {
          assertSizes(usage, List.of(2), List.of(14));
          assertThat(usage.getInt("storage_usage[0].backup_size_multiaz")).isEqualTo(6);
        });
    history.happens(
        Facts.cleared(vault, "web", 8 * MEGABYTE), Facts.deleted(other, first, "web", MEGABYTE));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(5)));
    history.happens(Facts.vaultDeleted(vault));
    history.happens(Facts.deleted(other, second, "web", 5 * MEGABYTE));
    eventually(usage -> assertThat(usage.getInt("resource_count")).isZero());
  }

  @Test
  void countsWhatWasCopiedInVainUntilItIsFreed() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        Facts.vaultCreated(other, false),
        Facts.planned(vault, "web"),
        Facts.completed(vault, first, "web", 7 * MEGABYTE),
        Facts.notMigrated(vault, other, "web", 2 * MEGABYTE));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(9)));
    history.happens(Facts.cleared(other, "web", 2 * MEGABYTE));
    eventually(usage -> assertSizes(usage, List.of(1), List.of(7)));
  }

  @Test
  void filtersAndPages() throws Exception {
    history.happens(
        Facts.planned(vault, "a"),
        Facts.planned(vault, "b"),
        Facts.planned(vault, "c"),
        Facts.completed(vault, UUID.randomUUID(), "a", 1),
        Facts.completed(vault, UUID.randomUUID(), "b", 1),
        Facts.completed(vault, UUID.randomUUID(), "c", 1));
    eventually(usage -> assertThat(usage.getInt("resource_count")).isEqualTo(3));

    assertThat(ids("?limit=2")).containsExactly("a", "b");
    assertThat(ids("?limit=2&offset=2")).containsExactly("c");
    assertThat(ids("?offset=3")).isEmpty();
    assertThat(ids("?marker=a")).containsExactly("b", "c");
    assertThat(ids("?limit=1&marker=b")).containsExactly("c");
    assertThat(ids("?marker=c")).isEmpty();
    assertThat(ids("?marker=aa")).isEmpty();
    assertThat(ids("?resource_id=b")).containsExactly("b");
    assertThat(ids("?resource_type=OS::Nova::Server")).containsExactly("a", "b", "c");
    assertThat(ids("?resource_type=OS::Ironic::BareMetalServer")).isEmpty();
    assertThat(read("?limit=1").getInt("resource_count")).isEqualTo(3);
    assertThat(read("?marker=b").getInt("resource_count")).isEqualTo(3);
  }

  @Test
  void tellsNothingWithoutTheBearerSecret() {
    given().get(path()).then().statusCode(401);
  }

  private void eventually(ThrowingConsumer<JsonPath> expectation) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> expectation.accept(read("")));
  }

  private static void assertSizes(JsonPath usage, List<Integer> counts, List<Integer> sizes) {
    assertThat(usage.<Integer>getList("storage_usage.backup_count")).isEqualTo(counts);
    assertThat(usage.<Integer>getList("storage_usage.backup_size")).isEqualTo(sizes);
  }

  private List<String> ids(String query) {
    return read(query).getList("storage_usage.resource_id");
  }

  private JsonPath read(String query) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get(path() + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String path() {
    return "/internal/projects/" + history.project() + "/storage_usage";
  }
}
