package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.conformance.Covers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The calls that the Terraform provider makes for a vault with tags, a rule and servers: it
 * applies, finds nothing to do, imports, changes each part, and destroys.
 */
@ExtendWith(SdkTests.class)
class TerraformVaultIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String rule = UUID.randomUUID().toString();
  private Project project;
  private LocalServer server;
  private String disk;
  private String vault;

  @BeforeEach
  void makeServer(Sdk sdk) throws IOException {
    project = sdk.project();
    server =
        LocalServer.create(
            sdk.stack(), project, "tf server", List.of(new byte[900], new byte[100]));
    disk = sdk.disks(server).get(1);
  }

  @Test
  @Covers({
    "CreateVault",
    "ShowVault",
    "UpdateVault",
    "DeleteVault",
    "BatchCreateAndDeleteVaultTags",
    "AddVaultResource",
    "RemoveVaultResource",
    "ListPolicies"
  })
  void findsNothingToDoAfterWhatItAppliedImportedAndChanged() {
    vault = project.post("/vaults", creation()).expect(200).at("/vault/id").asText();
    send(tags("create", "owner", "tf"));
    add(List.of(disk));
    JsonNode applied = read();
    assertThat(read()).as("the second plan").isEqualTo(applied);
    assertImported(applied);
    assertThat(applied.path("bind_rules"))
        .isEqualTo(json("{'tags':[{'key':'team','value':'" + rule + "'}]}"));
    assertThat(applied.path("tags")).isEqualTo(json("[{'key':'owner','value':'tf'}]"));
    assertThat(applied.at("/resources/0/extra_info/exclude_volumes").toString()).contains(disk);

    change("{'vault':{'name':'tf_renamed'}}");
    change("{'vault':{'auto_expand':true,'auto_bind':true,'billing':{'size':60}}}");
    change("{'vault':{'auto_bind':false,'bind_rules':{'tags':[]}}}");
    send(tags("delete", "owner", "tf"));
    send(tags("create", "owner", "tf2"));
    add(null);
    JsonNode changed = read();
    assertThat(read()).as("the second plan").isEqualTo(changed);
    assertThat(changed.path("name").asText()).isEqualTo("tf_renamed");
    assertThat(changed.path("auto_expand").asBoolean()).isTrue();
    assertThat(changed.at("/billing/size").asInt()).isEqualTo(60);
    assertThat(changed.path("bind_rules")).isEmpty();
    assertThat(changed.at("/tags/0/value").asText()).isEqualTo("tf2");
    assertThat(changed.at("/resources/0/extra_info/exclude_volumes")).isEmpty();

    ObjectNode removal = Json.MAPPER.createObjectNode();
    removal.putArray("resource_ids").add(server.id());
    project.post(path() + "/removeresources", removal).expect(200);
    await().atMost(PATIENCE).until(() -> read().path("resources").isEmpty());
    project.delete(path()).expect(204);
    await().atMost(PATIENCE).until(this::isGone);
  }

  /** What the provider reads into its state, each in the form that it asserts. */
  private static void assertImported(JsonNode read) {
    assertThat(read.path("enterprise_project_id").isTextual()).isTrue();
    for (String flag : List.of("auto_expand", "auto_bind", "locked")) {
      assertThat(read.path(flag).isBoolean()).as(flag).isTrue();
    }
    assertThat(read.path("backup_name_prefix").asText()).isEqualTo("tf-");
    JsonNode billing = read.path("billing");
    for (String number : List.of("allocated", "used", "size")) {
      assertThat(billing.path(number).isNumber()).as(number).isTrue();
    }
    assertThat(billing.path("is_multi_az").isBoolean()).isTrue();
    assertThat(billing.path("object_type").asText()).isEqualTo("server");
    assertThat(billing.path("protect_type").asText()).isEqualTo("backup");
    assertThat(billing.path("consistent_level").asText()).isEqualTo("crash_consistent");
    assertThat(billing.path("charging_mode").asText()).isEqualTo("post_paid");
    assertThat(billing.path("status").asText()).isEqualTo("available");
  }

  private ObjectNode creation() {
    ObjectNode body =
        (ObjectNode)
            json(
                "{'vault':{'name':'tf_vault','resources':[],'billing':{'object_type':'server',"
                    + "'consistent_level':'crash_consistent','protect_type':'backup','size':50,"
                    + "'is_multi_az':false},'auto_expand':false,'auto_bind':true,'locked':false,"
                    + "'backup_name_prefix':'tf-'}}");
    ArrayNode rules = body.withObject("/vault/bind_rules").putArray("tags");
    rules.addObject().put("key", "team").put("value", rule);
    return body;
  }

  /** Reads as each plan does; the policies are read beside. */
  private JsonNode read() {
    project.get("/policies?vault_id=" + vault).expect(200);
    return project.get(path()).expect(200).path("vault");
  }

  /** One that is there already only has its exclusions replaced; null stands for none. */
  private void add(List<String> exclusions) {
    read();
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("resources")
        .addObject()
        .put("type", "OS::Nova::Server")
        .put("id", server.id())
        .putObject("extra_info")
        .set("exclude_volumes", Json.MAPPER.valueToTree(exclusions));
    project.post(path() + "/addresources", body).expect(200);
    await().atMost(PATIENCE).until(() -> read().at("/resources/0/id").asText().equals(server.id()));
  }

  private void change(String body) {
    project.send("PUT", path(), json(body), Map.of()).expect(200);
  }

  private static ObjectNode tags(String action, String key, String value) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("action", action);
    body.putArray("tags").addObject().put("key", key).put("value", value);
    return body;
  }

  private void send(ObjectNode tags) {
    project.post("/vault/" + vault + "/tags/action", tags).expect(204);
  }

  private boolean isGone() {
    var reply = project.get(path());
    if (reply.status() == 404) {
      return true;
    }
    String status = reply.expect(200).at("/vault/billing/status").asText();
    assertThat(status).isIn(Set.of("available", "deleting"));
    return false;
  }

  private String path() {
    return "/vaults/" + vault;
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
