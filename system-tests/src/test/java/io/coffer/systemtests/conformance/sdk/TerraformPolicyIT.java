package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The calls that the Terraform provider makes for a policy and for the vault that it is bound to:
 * it applies, reads what it made and finds nothing to do, changes, reads again, and destroys. A
 * field that comes back in another form would be a change without an end.
 */
@ExtendWith(SdkTests.class)
class TerraformPolicyIT {

  private static final String WEEKLY = "FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=06;BYMINUTE=00";
  private static final String FIFTH_DAY = "FREQ=DAILY;INTERVAL=5;BYHOUR=08;BYMINUTE=00";

  private Project project;

  @BeforeEach
  void connect(Sdk sdk) {
    project = sdk.project();
  }

  @Test
  @Covers({
    "CreatePolicy",
    "ShowPolicy",
    "UpdatePolicy",
    "DeletePolicy",
    "ListPolicies",
    "AssociateVaultPolicy",
    "DisassociateVaultPolicy"
  })
  void findsNothingToDoAfterWhatItApplied() throws IOException {
    JsonNode unlimited =
        json("{'max_backups':-1,'retention_duration_days':-1,'full_backup_interval':-1}");
    JsonNode longTerm =
        json("{'max_backups':5,'day_backups':7,'week_backups':4,'timezone':'UTC+08:00'}");
    String policy =
        project
            .post("/policies", policy("tf_policy", unlimited, WEEKLY, FIFTH_DAY))
            .expect(200)
            .at("/policy/id")
            .asText();
    String vault = new Vaults(project).create("tf vault");
    bind(vault, policy);
    for (int plan = 0; plan < 2; plan++) {
      reads(policy, "tf_policy", unlimited, WEEKLY, FIFTH_DAY);
      assertThat(bound(vault)).containsExactly(policy);
    }

    ObjectNode change = policy(null, longTerm, FIFTH_DAY);
    project.send("PUT", "/policies/" + policy, change, Map.of()).expect(200);
    reads(policy, "tf_policy", longTerm, FIFTH_DAY);
    ObjectNode rename = Json.MAPPER.createObjectNode();
    rename.putObject("policy").put("name", "tf_renamed");
    project.send("PUT", "/policies/" + policy, rename, Map.of()).expect(200);
    reads(policy, "tf_renamed", longTerm, FIFTH_DAY);

    ObjectNode unbind = Json.MAPPER.createObjectNode().put("policy_id", policy);
    project.post("/vaults/" + vault + "/dissociatepolicy", unbind).expect(200);
    assertThat(bound(vault)).isEmpty();
    project.delete("/vaults/" + vault).expect(204);
    project.delete("/policies/" + policy).expect(204);
    assertThat(project.get("/policies/" + policy).status()).isEqualTo(404);
  }

  private void reads(String id, String name, JsonNode definition, String... patterns) {
    JsonNode read = project.get("/policies/" + id).expect(200).path("policy");
    assertThat(read.path("name").asText()).isEqualTo(name);
    assertThat(read.path("operation_type").asText()).isEqualTo("backup");
    assertThat(read.path("enabled").asBoolean()).isTrue();
    assertThat(read.path("operation_definition")).isEqualTo(definition);
    List<String> rules = new ArrayList<>();
    read.at("/trigger/properties/pattern").forEach(rule -> rules.add(rule.asText()));
    assertThat(rules).containsExactly(patterns);
  }

  private void bind(String vault, String policy) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("policy_id", policy);
    project.post("/vaults/" + vault + "/associatepolicy", body).expect(200);
  }

  private List<String> bound(String vault) {
    List<String> ids = new ArrayList<>();
    project
        .get("/policies?vault_id=" + vault)
        .expect(200)
        .path("policies")
        .forEach(policy -> ids.add(policy.path("id").asText()));
    return ids;
  }

  private static ObjectNode policy(String name, JsonNode definition, String... patterns) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode policy = body.putObject("policy");
    if (name != null) {
      policy.put("name", name).put("operation_type", "backup").put("enabled", true);
    }
    policy.set("operation_definition", definition);
    policy
        .putObject("trigger")
        .putObject("properties")
        .set("pattern", Json.MAPPER.valueToTree(patterns));
    return body;
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
