package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BatchCreateAndDeleteVaultTagsRequest;
import com.huaweicloud.sdk.cbr.v1.model.BulkCreateAndDeleteVaultTagsReq;
import com.huaweicloud.sdk.cbr.v1.model.BulkCreateAndDeleteVaultTagsReq.ActionEnum;
import com.huaweicloud.sdk.cbr.v1.model.CreateVaultTagsRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultTagRequest;
import com.huaweicloud.sdk.cbr.v1.model.Match;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultProjectTagRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultResourceInstancesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultTagRequest;
import com.huaweicloud.sdk.cbr.v1.model.Tag;
import com.huaweicloud.sdk.cbr.v1.model.TagResource;
import com.huaweicloud.sdk.cbr.v1.model.TagsReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultResourceInstancesReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultTagsCreateReq;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.conformance.Covers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class TagsIT {

  private CbrClient client;
  private Project project;
  private String vault;

  @BeforeEach
  void makeVault(Sdk sdk) {
    client = sdk.client();
    project = sdk.project();
    vault =
        client
            .createVault(
                Requests.create(Requests.vault("tagged").withTags(List.of(tag("made", "")))))
            .getVault()
            .getId();
  }

  @Test
  @Covers({
    "CreateVault",
    "CreateVaultTags",
    "BatchCreateAndDeleteVaultTags",
    "ShowVaultTag",
    "DeleteVaultTag"
  })
  void addsOverwritesShowsAndDeletesTags() {
    client.createVaultTags(
        new CreateVaultTagsRequest()
            .withVaultId(vault)
            .withBody(new VaultTagsCreateReq().withTag(tag("größe", "L"))));
    change(ActionEnum.CREATE, tag("größe", "XL"), tag("team", "a.b"));
    assertThat(tags()).containsExactly(tag("made", ""), tag("größe", "XL"), tag("team", "a.b"));

    change(ActionEnum.DELETE, new Tag().withKey("made"), new Tag().withKey("never there"));
    delete("größe");
    assertThat(tags()).containsExactly(tag("team", "a.b"));
    assertThatThrownBy(() -> delete("größe"))
        .isInstanceOfSatisfying(
            ServiceResponseException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(404);
              assertThat(refused.getErrorCode()).isEqualTo("BackupService.6601");
            });
  }

  /** Real services answer a list, which this client takes for wrong. */
  @Test
  @Covers("ShowVaultProjectTag")
  void listsTheTagsOfTheProject() {
    project.post("/vault/" + vault + "/tags", action("create", "many", "one")).expect(400);
    project.post("/vault/" + vault + "/tags/action", action("create", "many", "one")).expect(204);
    JsonNode tags = project.get("/vault/tags").expect(200).path("tags");
    assertThat(
            Stream.iterate(0, i -> i < tags.size(), i -> i + 1)
                .map(tags::get)
                .filter(tag -> tag.path("key").asText().equals("many"))
                .map(tag -> tag.path("values"))
                .toList())
        .containsExactly(Json.MAPPER.createArrayNode().add("one"));
    assertThatThrownBy(() -> client.showVaultProjectTag(new ShowVaultProjectTagRequest()))
        .isInstanceOf(ServerResponseException.class)
        .hasMessageContaining("json parse error");
  }

  @Test
  @Covers("ShowVaultResourceInstances")
  void findsVaultsByTheirTags() {
    String key = "k-" + vault.substring(0, 30);
    change(ActionEnum.CREATE, tag(key, "v"));
    assertThat(found(new VaultResourceInstancesReq().withTags(List.of(filter(key, "x", "v")))))
        .containsExactly(vault);
    assertThat(found(new VaultResourceInstancesReq().withTagsAny(List.of(filter(key)))))
        .containsExactly(vault);
    assertThat(
            found(
                new VaultResourceInstancesReq()
                    .withTags(List.of(filter(key)))
                    .withNotTags(List.of(filter("made")))))
        .isEmpty();
    assertThat(
            found(
                new VaultResourceInstancesReq()
                    .withTags(List.of(filter(key)))
                    .withLimit("1")
                    .withOffset("0")
                    .withMatches(List.of(new Match().withKey("resource_name").withValue("agge")))))
        .containsExactly(vault);
    assertThat(found(new VaultResourceInstancesReq().withWithoutAnyTag(true)))
        .doesNotContain(vault);
    VaultResourceInstancesReq count =
        new VaultResourceInstancesReq().withAction("count").withTags(List.of(filter(key)));
    var counted =
        client.showVaultResourceInstances(new ShowVaultResourceInstancesRequest().withBody(count));
    assertThat(counted.getTotalCount()).isEqualTo(1);
    assertThat(counted.getResources()).isNull();
  }

  /** What the provider for Terraform sends: all old tags go, then all new ones come. */
  @Test
  @Covers({"BatchCreateAndDeleteVaultTags", "ShowVaultResourceInstances", "ShowVault"})
  void followsAPlanThatChangesTags() {
    String path = "/vault/" + vault + "/tags/action";
    project.post(path, action("delete", "made", "")).expect(204);
    project.post(path, action("create", "plan", vault)).expect(204);
    assertThat(project.get("/vaults/" + vault).expect(200).at("/vault/tags/0/value").asText())
        .isEqualTo(vault);
    ObjectNode body = Json.MAPPER.createObjectNode().put("action", "filter");
    body.put("limit", "1000").put("offset", "0");
    body.putArray("tags").addObject().put("key", "plan").putArray("values").add(vault);
    JsonNode page = project.post("/vault/resource_instances/action", body).expect(200);
    assertThat(page.path("total_count").asInt()).isEqualTo(1);
    assertThat(page.at("/resources/0/resource_detail/vault/id").asText()).isEqualTo(vault);
    assertThat(page.at("/resources/0/tags/0/key").asText()).isEqualTo("plan");
    body.put("limit", 1).put("offset", 1);
    assertThat(project.post("/vault/resource_instances/action", body).expect(200).path("resources"))
        .isEmpty();
  }

  /** The system tag of a vault is its enterprise project, by which vaults are found too. */
  @Test
  @Covers({"BatchCreateAndDeleteVaultTags", "ShowVaultResourceInstances"})
  void assignsAndFindsEnterpriseProjects() {
    String path = "/vault/" + vault + "/tags/action";
    project.post(path, systemTag("create")).expect(204);
    assertThat(project.get("/vaults/" + vault).expect(200).at("/vault/enterprise_project_id"))
        .isEqualTo(TextNode.valueOf(vault));
    ObjectNode body = Json.MAPPER.createObjectNode().put("action", "filter");
    systemTag(body).putArray("values").add(vault);
    JsonNode page = project.post("/vault/resource_instances/action", body).expect(200);
    assertThat(page.at("/resources/0/resource_id").asText()).isEqualTo(vault);
    assertThat(page.path("total_count").asInt()).isEqualTo(1);

    assertThat(project.post(path, systemTag("delete")).expect(400).toString())
        .contains("action must be create");
    ObjectNode both = systemTag("create");
    both.set("tags", action("create", "a", "b").path("tags"));
    for (ObjectNode wrong : List.of(both, Json.MAPPER.createObjectNode().put("action", "create"))) {
      assertThat(project.post(path, wrong).expect(400).toString())
          .contains("Either tags or sys_tags");
    }
  }

  private ObjectNode systemTag(String action) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("action", action);
    systemTag(body).put("value", vault);
    return body;
  }

  private static ObjectNode systemTag(ObjectNode body) {
    return body.putArray("sys_tags").addObject().put("key", "_sys_enterprise_project_id");
  }

  @Test
  @Covers("DeleteVaultTag")
  void takesKeysOfEveryKindInAPath() {
    String path = "/vault/" + vault + "/tags/";
    for (String key : List.of("a%2Fb", "a%20b", "%E9%94%AE", "a+b", "a%252Fb", "x".repeat(200))) {
      Reply reply = project.delete(path + key);
      assertThat(reply.status()).as(key).isEqualTo(404);
      assertThat(reply.errorCode()).as(key).isEqualTo("BackupService.6601");
      String shown = URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
      assertThat(reply.body()).contains("no tag " + shown + ".");
    }
    assertThat(project.delete(path + "%20").errorCode()).isEqualTo("BackupService.9900");
    project.delete(path + "%20made%20").expect(204);
  }

  private static Tag tag(String key, String value) {
    return new Tag().withKey(key).withValue(value);
  }

  private static TagsReq filter(String key, String... values) {
    return new TagsReq().withKey(key).withValues(List.of(values));
  }

  private static ObjectNode action(String action, String key, String value) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("action", action);
    body.putArray("tags").addObject().put("key", key).put("value", value);
    return body;
  }

  private List<Tag> tags() {
    return client.showVaultTag(new ShowVaultTagRequest().withVaultId(vault)).getTags();
  }

  private void delete(String key) {
    client.deleteVaultTag(new DeleteVaultTagRequest().withVaultId(vault).withKey(key));
  }

  private void change(ActionEnum action, Tag... tags) {
    client.batchCreateAndDeleteVaultTags(
        new BatchCreateAndDeleteVaultTagsRequest()
            .withVaultId(vault)
            .withBody(
                new BulkCreateAndDeleteVaultTagsReq().withAction(action).withTags(List.of(tags))));
  }

  private List<String> found(VaultResourceInstancesReq asked) {
    return client
        .showVaultResourceInstances(
            new ShowVaultResourceInstancesRequest().withBody(asked.withAction("filter")))
        .getResources()
        .stream()
        .map(TagResource::getResourceId)
        .toList();
  }
}
