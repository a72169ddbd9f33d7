package io.coffer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class TokenIT {

  private static final String LOGIN =
      "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"%s\","
          + "\"password\":\"%s\",\"domain\":{\"name\":\"%s\"}}}}%s}}";

  @TestHTTPResource URI base;
  @Inject Pool pool;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.second")
  String second;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  private Client nobody;

  @BeforeEach
  void connect() {
    nobody = Client.nobody(base);
  }

  @Test
  void givesAProjectTokenWithItsCatalogue() {
    Client.Answer answer = login(",\"scope\":{\"project\":{\"name\":\"region-1\"}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("X-Subject-Token")).hasSize(64);
    JsonNode token = answer.json().path("token");
    assertThat(token.at("/project/id").asText()).isEqualTo(project);
    assertThat(token.at("/project/domain/name").asText()).isEqualTo("one");
    assertThat(token.at("/user/domain/name").asText()).isEqualTo("one");
    assertThat(token.at("/methods/0").asText()).isEqualTo("password");
    assertThat(token.path("expires_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(token.path("catalog"))
        .anySatisfy(
            entry -> {
              assertThat(entry.path("type").asText()).isEqualTo("cbr");
              assertThat(entry.at("/endpoints/0/url").asText())
                  .isEqualTo("http://coffer.test:8080/v3/" + project);
              assertThat(entry.at("/endpoints/0/region").asText()).isEqualTo("region-1");
            });
  }

  @Test
  void prefersTheProjectAndKnowsDomainAndNoScope() {
    String both =
        ",\"scope\":{\"domain\":{\"name\":\"one\"},\"project\":{\"name\":\"region-2\","
            + "\"domain\":{\"name\":\"one\"}}}";
    assertThat(login(both).json().at("/token/project/id").asText()).isEqualTo(second);
    JsonNode domain = login(",\"scope\":{\"domain\":{\"name\":\"one\"}}").json().path("token");
    assertThat(domain.at("/domain/name").asText()).isEqualTo("one");
    assertThat(domain.has("project")).isFalse();
    JsonNode unscoped = login("").json().path("token");
    assertThat(unscoped.has("project")).isFalse();
    assertThat(unscoped.has("domain")).isFalse();
  }

  @Test
  void refusesATokenWithoutTheProjectInItsPath() {
    for (String scope : List.of("", ",\"scope\":{\"domain\":{\"name\":\"one\"}}")) {
      String token = login(scope).header("X-Subject-Token");
      Client client = nobody.with("X-Auth-Token", token);
      assertThat(client.get("/v3/" + project + "/vaults").status()).isEqualTo(403);
      assertThat(client.get("/v3/auth/projects").status()).isEqualTo(200);
    }
  }

  @Test
  void makesATokenOfATokenThatLivesNoLonger() {
    Client.Answer first = login(",\"scope\":{\"domain\":{\"name\":\"one\"}}");
    String body =
        "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"%s\"}},"
                .formatted(first.header("X-Subject-Token"))
            + "\"scope\":{\"project\":{\"id\":\""
            + second
            + "\"}}}}";
    Client.Answer answer = nobody.post("/v3/auth/tokens?nocatalog=1", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().at("/token/expires_at"))
        .isEqualTo(first.json().at("/token/expires_at"));
    assertThat(answer.json().at("/token/project/id").asText()).isEqualTo(second);
    assertThat(answer.json().path("token").has("catalog")).isFalse();
  }

  @Test
  void tellsWrongNamesAndPasswordsAlike() {
    String wrongPassword =
        nobody.post("/v3/auth/tokens", LOGIN.formatted("ann", "x", "one", "")).text();
    for (String[] who :
        new String[][] {
          {"ann", "x", "two"}, {"eve", "x", "one"}, {"bob", "correct horse", "two"}
        }) {
      Client.Answer answer =
          nobody.post("/v3/auth/tokens", LOGIN.formatted(who[0], who[1], who[2], ""));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).isEqualTo(wrongPassword);
      assertThat(answer.json().at("/error/code").asInt()).isEqualTo(401);
      assertThat(answer.json().at("/error/title").asText()).isEqualTo("Unauthorized");
      assertThat(answer.json().at("/error/message").asText())
          .isEqualTo("The username or password is wrong.");
      assertThat(answer.header("X-Subject-Token")).isNull();
    }
  }

  @Test
  void tellsForeignAndAbsentProjectsAlike() {
    String absent = login(",\"scope\":{\"project\":{\"id\":\"00\"}}").text();
    Client.Answer other = login(",\"scope\":{\"project\":{\"id\":\"" + foreign + "\"}}");
    assertThat(other.status()).isEqualTo(401);
    assertThat(other.text()).isEqualTo(absent);
  }

  @Test
  void refusesMalformedLogins() {
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "{}",
            "{\"auth\":1}",
            "{\"auth\":{}}",
            "{\"auth\":{\"identity\":{}}}",
            "{\"auth\":{\"identity\":{\"methods\":[]}}}",
            "{\"auth\":{\"identity\":{\"methods\":[\"password\"]}}}",
            "{\"auth\":{\"identity\":{\"methods\":[\"password\",\"token\"]}}}",
            "{\"auth\":{\"identity\":{\"methods\":[null]}}}",
            "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"\\u0000\"}}}}")) {
      Client.Answer answer = nobody.post("/v3/auth/tokens", body);
      assertThat(answer.status()).as(body).isIn(400, 401);
      assertThat(answer.json().at("/error/message").asText()).as(body).isNotBlank();
      assertThat(answer.code()).as(body).isNotBlank();
    }
  }

  @Test
  void showsATokenToItsHolder() {
    Client.Answer first = login(",\"scope\":{\"project\":{\"name\":\"region-1\"}}");
    String token = first.header("X-Subject-Token");
    Client client = nobody.with("X-Auth-Token", token);
    Client.Answer shown = client.with("X-Subject-Token", token).get("/v3/auth/tokens");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("X-Subject-Token")).isEqualTo(token);
    assertThat(shown.json()).isEqualTo(first.json());
    assertThat(client.with("X-Subject-Token", "b".repeat(64)).get("/v3/auth/tokens").status())
        .isEqualTo(404);
  }

  @Test
  void storesOnlyTheHash() {
    String token = login("").header("X-Subject-Token");
    long found =
        pool.query("select t::text from gateway.token t").execute().await().indefinitely().stream()
            .filter(row -> row.getString(0).contains(token))
            .count();
    assertThat(found).isZero();
    assertThat(
            pool.query("select 1 from gateway.token").execute().await().indefinitely().rowCount())
        .isPositive();
  }

  @Test
  void refusesAnEndedTokenAndSaysWhenItEnded() {
    login("");
    String old = "e".repeat(64);
    pool.query(
            "insert into gateway.token select sha256('"
                + old
                + "'), user_id, project_id, domain_scoped, methods, issued_at,"
                + " timestamptz '2026-01-01 00:00:00Z' from gateway.token limit 1")
        .execute()
        .await()
        .indefinitely();
    Client.Answer answer = nobody.with("X-Auth-Token", old).get("/v3/auth/projects");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("APIGW.0301");
    assertThat(answer.message()).endsWith("token expires, expires_at: 2026-01-01T00:00:00.000000Z");
  }

  @Test
  void answersWhatClientsAskAboutThemselves() {
    Client client = Client.withToken(base, project);
    assertThat(client.get("/v3/projects?name=region-2").json().at("/projects/0/id").asText())
        .isEqualTo(second);
    assertThat(client.get("/v3/projects?name=region-2").json().path("projects")).hasSize(1);
    assertThat(client.get("/v3/projects?name=nowhere").json().path("projects").isArray()).isTrue();
    assertThat(client.get("/v3/projects?page=2&per_page=1").json().path("projects")).hasSize(1);
    assertThat(client.get("/v3/projects?per_page=0&page=1").status()).isEqualTo(400);
    assertThat(client.get("/v3/auth/projects").json().path("projects")).hasSize(2);
    assertThat(client.get("/v3/auth/domains").json().at("/domains/0/name").asText())
        .isEqualTo("one");
    assertThat(client.get("/v3/users?name=ann").json().path("users")).hasSize(1);
    assertThat(client.get("/v3/users?name=bob").json().path("users")).isEmpty();
    assertThat(client.get("/v3/auth/catalog").json().path("catalog")).isNotEmpty();
    assertThat(client.get("/v3/region-projects").json().path("projects")).hasSize(2);
    assertThat(client.get("/v3/domain/one/projects").json().path("projects")).hasSize(2);
    assertThat(client.get("/v3/domain/two/projects").status()).isEqualTo(403);
    assertThat(client.get("/v3/domain/" + second).json().path("domain_name").asText())
        .isEqualTo("one");
    assertThat(client.get("/v3/domain/" + foreign).status()).isEqualTo(403);
  }

  @Test
  void describesItsVersionToEverybody() {
    assertThat(nobody.get("/").json().at("/versions/values/0/id").asText()).isEqualTo("v3.6");
    for (String path : List.of("/v3", "/v3/")) {
      Client.Answer answer = nobody.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.json().at("/version/links/0/href").asText())
          .isEqualTo("http://coffer.test:8080/v3/");
    }
  }

  private Client.Answer login(String scope) {
    return nobody.post("/v3/auth/tokens", LOGIN.formatted("ann", "correct horse", "one", scope));
  }
}
