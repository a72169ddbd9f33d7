package io.coffer.vault.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand;
import io.coffer.contracts.vault.TagCommand.AddTags;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class TagFlowIT extends Flow {

  @Test
  void keepsTheTagsOfAVaultFromItsCreationToItsEnd() {
    UUID vault = tagged("first", new Tag("env", "dev"), new Tag("ключ", ""));
    UUID other = tagged("second", new Tag("env", "test"));
    assertThat(read("/vault/" + vault + "/tags").getList("tags.key"))
        .containsExactly("env", "ключ");
    assertThat(read("/vault/tags").getList("tags"))
        .isEqualTo(
            List.of(
                Map.of("key", "env", "values", List.of("dev", "test")),
                Map.of("key", "ключ", "values", List.of(""))));

    change(new AddTags(vault, List.of(new Tag("env", "prod"), new Tag("team", "a"))), 204);
    assertThat(read("/vaults/" + vault).getList("vault.tags"))
        .isEqualTo(read("/vault/" + vault + "/tags").getList("tags"))
        .isEqualTo(
            List.of(
                Map.of("key", "env", "value", "prod"),
                Map.of("key", "ключ", "value", ""),
                Map.of("key", "team", "value", "a")));
    assertThat(found("{\"tags\":[{\"key\":\"env\",\"values\":[\"prod\",\"x\"]}]}"))
        .containsExactly("first");
    assertThat(found("{\"tags\":[{\"key\":\"env\",\"values\":[\"dev\"]}]}")).isEmpty();

    change(new RemoveTags(vault, List.of("ключ", "none"), false), 204);
    change(new RemoveTags(vault, List.of("none"), true), 404);
    change(new RemoveTags(vault, List.of("env"), true), 204);
    assertThat(read("/vault/" + vault + "/tags").getList("tags.key")).containsExactly("team");
    assertThat(found("{\"not_tags\":[{\"key\":\"env\",\"values\":[]}]}")).containsExactly("first");
    assertThat(found("{}")).containsExactly("second", "first");
    assertThat(found("{\"limit\":1,\"offset\":1}")).containsExactly("first");
    assertThat(asked("count", "{\"tags\":[{\"key\":\"team\",\"values\":[]}]}").getMap(""))
        .isEqualTo(Map.of("total_count", 1));

    UUID deletion = send(new DeleteVault(vault));
    assertThat(wire.outcome(deletion).status()).isEqualTo(204);
    succeed(deletion, null, 0, 0);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read("/vault/tags").getList("tags.key").equals(List.of("env")));
    get("/vault/" + vault + "/tags").then().statusCode(404);
    assertThat(read("/vault/" + other + "/tags").getList("tags.value")).containsExactly("test");
  }

  private UUID tagged(String name, Tag... tags) {
    CreateVault create = new CreateVault(Samples.settings(name), List.of(), List.of(tags), null);
    return UUID.fromString(ask(create).body().at("/vault/id").asText());
  }

  private void change(TagCommand command, int status) {
    assertThat(ask(command).status()).isEqualTo(status);
  }

  private List<String> found(String body) {
    return asked("filter", body).getList("resources.resource_name");
  }

  private JsonPath asked(String action, String body) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .contentType("application/json")
        .body(body)
        .post("/internal/projects/" + project + "/vault/resource_instances/" + action)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
