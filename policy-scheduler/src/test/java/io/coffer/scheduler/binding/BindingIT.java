package io.coffer.scheduler.binding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class BindingIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final UUID vault = UUID.randomUUID();
  private History history;

  @BeforeEach
  void begin() {
    history = new History(bootstrapServers);
  }

  @AfterEach
  void end() {
    history.close();
  }

  @Test
  void knowsWhatIsInAVault() throws Exception {
    history.happens(added(vault, "web", "db"));
    awaitResources("db", "web");
    assertThat(bindings().extract().jsonPath().getMap("bindings.find { it.resource_id == 'db' }"))
        .containsEntry("vault_id", vault.toString())
        .containsEntry("resource_id", "db")
        .containsEntry("resource_type", "OS::Nova::Server")
        .containsEntry("resource_name", "name of db");
  }

  @Test
  void bindsAResourceThatIsAddedTwiceOnce() throws Exception {
    history.happens(added(vault, "web"), added(vault, "web", "db"));
    awaitResources("db", "web");
  }

  @Test
  void forgetsWhatIsRemovedAndMayMeetItAgainElsewhere() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        added(vault, "web", "db"),
        new ResourcesRemoved(vault, UUID.randomUUID(), List.of("web"), History.TIME),
        added(other, "web"));
    awaitResources("db", "web");
    assertThat(bindings().extract().jsonPath().getList("bindings.vault_id"))
        .containsExactlyInAnyOrder(vault.toString(), other.toString());
  }

  @Test
  void followsAResourceThatMovesToAnotherVault() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        added(vault, "web", "db"),
        new ResourceMigrated(
            vault,
            other,
            UUID.randomUUID(),
            "web",
            "OS::Nova::Server",
            "name of web",
            List.of(),
            0,
            null,
            History.TIME));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        bindings()
                            .extract()
                            .jsonPath()
                            .getMap("bindings.find { it.resource_id == 'web' }"))
                    .containsEntry("vault_id", other.toString())
                    .containsEntry("resource_name", "name of web"));
    awaitResources("db", "web");
  }

  @Test
  void forgetsAllOfADeletedVault() throws Exception {
    UUID other = UUID.randomUUID();
    history.happens(
        added(vault, "web", "db"),
        added(other, "mail"),
        new VaultDeleted(vault, UUID.randomUUID(), History.TIME));
    awaitResources("mail");
  }

  @Test
  void tellsNothingWithoutTheBearerSecret() {
    given().get(path()).then().statusCode(401);
  }

  private void awaitResources(String... ids) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(bindings().extract().jsonPath().getList("bindings.resource_id"))
                    .containsExactlyInAnyOrder((Object[]) ids));
  }

  private ValidatableResponse bindings() {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get(path())
        .then()
        .statusCode(200);
  }

  private String path() {
    return "/internal/projects/" + history.project() + "/bindings";
  }

  private static ResourcesAdded added(UUID vault, String... ids) {
    List<KnownResource> resources =
        List.of(ids).stream()
            .map(
                id ->
                    KnownResource.of(
                        new ResourceFacts(id, "OS::Nova::Server", "name of " + id, 1, List.of())))
            .toList();
    return new ResourcesAdded(vault, resources, History.TIME);
  }
}
