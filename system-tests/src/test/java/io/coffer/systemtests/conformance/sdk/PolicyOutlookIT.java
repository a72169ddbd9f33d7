package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What no client of the CBR API asks for, and people do. */
@ExtendWith(SdkTests.class)
class PolicyOutlookIT {

  private final ApiDocument document = ApiDocument.read();
  private Project project;
  private String vault;
  private String policy;
  private JsonNode checkpoint;

  @BeforeEach
  void applyAPolicy(Sdk sdk) throws Exception {
    project = sdk.project();
    LocalServer server =
        LocalServer.create(sdk.stack(), project, "outlook", List.of(new byte[5000]));
    vault = new Vaults(project).create("outlook", server.id());
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode wanted = body.putObject("policy").put("name", "outlook");
    wanted.putObject("operation_definition").put("max_backups", 2);
    wanted.putObject("trigger").putObject("properties").putArray("pattern").add(PoliciesIT.EVENING);
    policy = project.post("/policies", body).expect(200).at("/policy/id").asText();
    project
        .post(
            "/vaults/" + vault + "/associatepolicy",
            Json.MAPPER.createObjectNode().put("policy_id", policy))
        .expect(200);
    ObjectNode point = Vaults.checkpoint(vault);
    ObjectNode parameters = point.withObject("/checkpoint").withObject("/parameters");
    parameters.put("policy_id", policy).put("retention_duration_days", 3);
    checkpoint = project.post("/checkpoints", point).expect(200).path("checkpoint");
    new Vaults(project)
        .tasksOf(checkpoint.path("id").asText())
        .forEach(new Vaults(project)::succeeded);
  }

  @Test
  @Covers({"ExplainPolicy", "ForecastPolicy", "ShowPolicyCalendar"})
  void tellsWhyBackupsStayAndWhatAnotherRuleWouldDo() {
    String path = "/policies/" + policy + "/x-explain";
    JsonNode explained =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> documented("GET", path, project.get(path)),
                answer -> answer.at("/backups/0/status").asText().equals("available"));
    assertThat(explained.path("count").asInt()).isEqualTo(1);
    assertThat(explained.at("/backups/0/reasons/0").asText()).startsWith("until ");
    assertThat(explained.at("/backups/0/automatic").asBoolean(true)).isFalse();

    ObjectNode forecast = Json.MAPPER.createObjectNode();
    ObjectNode asked = forecast.putObject("forecast").put("policy_id", policy);
    asked.putObject("operation_definition").put("max_backups", 1);
    JsonNode answer =
        documented("POST", "/policies/x-forecast", project.post("/policies/x-forecast", forecast));
    assertThat(answer.path("count").asInt()).isEqualTo(1);
    assertThat(answer.path("kept_count").asInt()).isZero();
    assertThat(answer.path("bytes").asLong()).isPositive();

    JsonNode calendar =
        documented(
            "GET",
            "/policies/" + policy + "/x-calendar",
            project.get("/policies/" + policy + "/x-calendar?limit=3"));
    assertThat(calendar.path("past")).isEmpty();
    assertThat(calendar.path("coming")).hasSize(3);
    assertThat(calendar.at("/coming/0/fires_at").asText()).endsWith("T14:00:00.000+00:00");

    String nobody = UUID.randomUUID().toString();
    assertThat(project.get("/policies/" + nobody + "/x-explain").errorCode())
        .isEqualTo("BackupService.6000");
    assertThat(project.get("/policies/" + nobody + "/x-calendar").errorCode())
        .isEqualTo("BackupService.6000");
    asked.put("policy_id", nobody);
    assertThat(project.post("/policies/x-forecast", forecast).errorCode())
        .isEqualTo("BackupService.6000");
    asked.put("policy_id", policy).put("vault_id", nobody);
    assertThat(project.post("/policies/x-forecast", forecast).errorCode())
        .isEqualTo("BackupService.6105");
    asked.remove("policy_id");
    asked.put("vault_id", vault);
    assertThat(
            project.post("/policies/x-forecast", forecast).expect(400).path("error_msg").asText())
        .startsWith("forecast.trigger ");
  }

  @Test
  @Covers({"CreateCheckpoint", "ListOpLogs"})
  void keepsACheckpointForSoLongAndNamesThePolicyInItsTasks() {
    String id = checkpoint.path("id").asText();
    assertThat(
            project
                .get("/checkpoints/" + id)
                .expect(200)
                .at("/checkpoint/extra_info/retention_duration")
                .asInt())
        .isEqualTo(3);
    JsonNode tasks = project.get("/operation-logs?vault_id=" + vault).expect(200);
    assertThat(tasks.at("/operation_logs/0/policy_id").asText()).isEqualTo(policy);
    ObjectNode point = Vaults.checkpoint(vault);
    point
        .withObject("/checkpoint")
        .withObject("/parameters")
        .put("policy_id", UUID.randomUUID().toString());
    assertThat(project.post("/checkpoints", point).errorCode()).isEqualTo("BackupService.6000");
  }

  private JsonNode documented(String method, String path, Reply reply) {
    Operation operation = document.serving(method, "/v3/" + project.id() + path).orElseThrow();
    Answer answer =
        new Answer(
            reply.status(),
            Map.of("x-request-id", "any", "content-type", "application/json"),
            reply.body());
    assertThat(answer.faults(document, operation)).isEmpty();
    return reply.expect(200);
  }
}
