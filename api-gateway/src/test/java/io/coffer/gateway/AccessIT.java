package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.coffer.messaging.internal.InternalToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class AccessIT {

  private static final List<String> READS =
      List.of(
          "vaults",
          "vaults/summary",
          "vaults/%s",
          "vaults/%s/x-recovery-kit",
          "checkpoints/%s",
          "backups",
          "backups/%s",
          "operation-logs",
          "operation-logs/%s",
          "protectables/server/instances",
          "protectables/disk/instances/%s",
          "storage_usage");

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.second")
  String second;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  @Inject InternalToken internalToken;

  private Client client;

  @BeforeEach
  void logIn() {
    client = Client.withToken(base, project);
  }

  @Test
  void refusesAForeignProjectInTheSameWordsWhetherItExistsOrNot() {
    for (String path : READS) {
      String route = path.formatted(UUID.randomUUID());
      for (String other : List.of(foreign, second, "0".repeat(32), "x", "..", "%2e%2e", "a%2Fb")) {
        Client.Answer answer =
            client.with("X-Request-Id", "same").get("/v3/" + other + "/" + route);
        if (!other.contains("..") && !other.contains("%2e")) {
          assertThat(answer.status()).as(other + " " + route).isEqualTo(403);
          assertThat(answer.text())
              .isEqualTo(
                  "{\"error_code\":\"APIGW.0306\",\"error_msg\":\"API access denied.\","
                      + "\"request_id\":\"same\"}");
        }
        assertThat(answer.status()).as(other + " " + route).isBetween(400, 404);
      }
    }
  }

  @Test
  void refusesWhoeverShowsNoCredentials() {
    for (String path : READS) {
      Client.Answer answer =
          Client.nobody(base).get("/v3/" + project + "/" + path.formatted(UUID.randomUUID()));
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("APIGW.0301");
      assertThat(answer.message())
          .isEqualTo("Incorrect IAM authentication information: x-auth-token not found");
      assertThat(answer.json().path("request_id").asText())
          .isEqualTo(answer.header("X-Request-Id"))
          .matches("[0-9a-f]{32}");
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void tellsWhatIsWrongWithCredentials() {
    String vaults = "/v3/" + project + "/vaults";
    assertThat(Client.nobody(base).with("X-Auth-Token", "MIIP").get(vaults).message())
        .endsWith("decrypt token fail");
    assertThat(Client.nobody(base).with("X-Auth-Token", "a".repeat(64)).get(vaults).message())
        .endsWith("decrypt token fail");
    Client.Answer basic = Client.nobody(base).with("Authorization", "Basic eDp5").get(vaults);
    assertThat(basic.status()).isEqualTo(401);
    assertThat(basic.code()).isEqualTo("APIGW.0305");
    Client.Answer sm3 =
        Client.nobody(base).with("Authorization", "SDK-HMAC-SM3 Access=x").get(vaults);
    assertThat(sm3.code()).isEqualTo("APIGW.0305");
  }

  @Test
  void knowsNoOtherRouteOrMethod() {
    for (String[] call :
        new String[][] {
          {"GET", "/nowhere"},
          {"GET", "/v3/" + project},
          {"GET", "/v3/" + project + "/nowhere"},
          {"GET", "/v3/" + project + "/vaults/a/b/c"},
          {"GET", "/v2/" + project + "/vaults"},
          {"POST", "/v3/" + project + "/vaults/summary"},
          {"PATCH", "/v3/" + project + "/vaults"},
          {"PUT", "/v3/" + project + "/vaults"},
          {"OPTIONS", "/v3/" + project + "/vaults"},
          {"TRACE", "/v3/" + project + "/vaults"},
          {"PUT", "/v3/auth/tokens"},
          {"PUT", "/v3/" + project + "/checkpoints/" + project},
        }) {
      for (Client caller : List.of(client, Client.nobody(base))) {
        Client.Answer answer = caller.send(call[0], call[1], null);
        assertThat(answer.status()).as(call[0] + " " + call[1]).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("APIGW.0101");
        assertThat(answer.message()).isNotBlank();
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      }
    }
  }

  @Test
  void keepsInternalRoutesToThoseWhoKnowTheSecret() {
    for (String path :
        List.of(
            "/internal/outcomes/" + UUID.randomUUID(),
            "/q/metrics",
            "/q/metrics/",
            "/q/metrics/x",
            "/q//metrics",
            "/q/%6Detrics")) {
      for (Client caller : List.of(client, client.with("Authorization", "Bearer wrong"))) {
        Client.Answer answer = caller.get(path);
        assertThat(answer.status()).as(path).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("Internal routes need the bearer secret.");
      }
    }
    assertThat(client.get("/q/health/live").status()).isEqualTo(200);
  }

  @Test
  void showsItsMetricsToThoseWhoKnowTheSecret() throws Exception {
    HttpRequest scrape =
        HttpRequest.newBuilder(base.resolve("/q/metrics"))
            .header("Authorization", internalToken.authorization())
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(scrape, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void tellsWhatIsNotThereByItsIdOnly() {
    for (String noun : List.of("vaults", "backups", "checkpoints", "operation-logs")) {
      Client.Answer answer = client.get("/v3/" + project + "/" + noun + "/no-uuid");
      assertThat(answer.status()).as(noun).isEqualTo(404);
      assertThat(answer.code()).startsWith("BackupService.6");
      assertThat(answer.message()).endsWith(" no-uuid does not exist.");
      String hostile = "/v3/" + project + "/" + noun + "/a%00%0d%0aSet-Cookie%3a%20x";
      assertThat(client.get(hostile).status()).as(noun).isEqualTo(404);
    }
    Client.Answer unknown =
        client.get("/v3/" + project + "/vaults/40400000-0000-4000-8000-000000000000");
    assertThat(unknown.code()).isEqualTo("BackupService.6105");
  }

  @Test
  void asksForPatienceWhenAnOwnerIsBroken() {
    for (String path : List.of("vaults/50000000-0000-4000-8000-000000000000", "storage_usage")) {
      Client.Answer answer = client.get("/v3/" + project + "/" + path);
      assertThat(answer.status()).as(path).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("APIGW.0201");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertThat(answer.text()).doesNotContain("Exception");
    }
  }

  @Test
  void relaysAQueryAsItWasChecked() {
    Client.Answer answer =
        client.get("/v3/" + project + "/backups?limit=5&offset=0&marker=m&x=1&status=error");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("query").asText())
        .isEqualTo("limit=5&offset=0&marker=m&status=error");
    Client.Answer refused = client.get("/v3/" + project + "/vaults?limit=1000000000");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).startsWith("limit ");
  }

  @Test
  void handsTheRecoveryKitToAdministratorsOnly() {
    String path = "/vaults/" + UUID.randomUUID() + "/x-recovery-kit";
    Client.Answer kit = client.get("/v3/" + project + path);
    assertThat(kit.status()).isEqualTo(200);
    assertThat(kit.header("Cache-Control")).isEqualTo("no-store");
    assertThat(kit.json().path("path").asText()).endsWith("/recovery-kit");
    Client.Answer refused = Client.other(base, foreign).get("/v3/" + foreign + path);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("APIGW.0302");
    String absent = "/vaults/40400000-0000-4000-8000-000000000000/x-recovery-kit";
    assertThat(client.get("/v3/" + project + absent).code()).isEqualTo("BackupService.6105");
  }

  @Test
  void keepsTheClientsRequestIdWhenItIsFit() {
    String path = "/v3/" + project + "/vaults";
    assertThat(client.with("X-Request-Id", "req-1").get(path).header("X-Request-Id"))
        .isEqualTo("req-1");
    assertThat(client.with("X-Request-Id", "a b<c>").get(path).header("X-Request-Id"))
        .matches("[0-9a-f]{32}");
  }
}
