package io.coffer.systemtests.conformance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The routes that clients ask before they know a project, each answer compared with the document.
 */
@ExtendWith(WholeStack.class)
class IdentityIT {

  private final ApiDocument document = ApiDocument.read();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningStack stack;
  private JsonNode credentials;
  private String project;

  @BeforeEach
  void look(RunningStack stack) {
    this.stack = stack;
    credentials = stack.credentials();
    project = credentials.at("/projects/0/id").asText();
  }

  @Test
  @Covers({"CreateToken", "ShowToken", "RevokeToken"})
  void givesATokenByPasswordAndAnotherByThatToken() throws Exception {
    ObjectNode scope = Json.MAPPER.createObjectNode();
    scope.putObject("project").put("name", "region-1");
    Answer byPassword = post("/v3/auth/tokens", request(password(), scope));
    String token = byPassword.headers().get("x-subject-token");
    assertThat(byPassword.status()).isEqualTo(201);
    assertThat(byPassword.parsed().at("/token/project/id").asText()).isEqualTo(project);
    assertThat(byPassword.parsed().at("/token/catalog")).isNotEmpty();

    ObjectNode identity = Json.MAPPER.createObjectNode();
    identity.putArray("methods").add("token");
    identity.putObject("token").put("id", token);
    ObjectNode domain = Json.MAPPER.createObjectNode();
    domain.putObject("domain").put("name", credentials.path("domain").asText());
    Answer byToken = post("/v3/auth/tokens?nocatalog=true", request(identity, domain));
    assertThat(byToken.status()).isEqualTo(201);
    assertThat(byToken.parsed().at("/token/domain/name")).isEqualTo(credentials.path("domain"));
    assertThat(byToken.parsed().path("token").has("catalog")).isFalse();

    Answer shown = get("/v3/auth/tokens", token, Map.of("X-Subject-Token", token));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.headers()).containsEntry("x-subject-token", token);
    assertThat(shown.parsed().at("/token/project/name").asText()).isEqualTo("region-1");
  }

  @Test
  @Covers("CreateToken")
  void tellsAWrongPasswordLikeAWrongName() throws Exception {
    ObjectNode wrong = password();
    wrong.withObject("/password/user").put("password", "guess");
    Answer password = post("/v3/auth/tokens", request(wrong, null));
    wrong.withObject("/password/user").put("name", "nobody");
    Answer name = post("/v3/auth/tokens", request(wrong, null));

    assertThat(password.status()).isEqualTo(401);
    assertThat(name.status()).isEqualTo(401);
    assertThat(password.body()).isEqualTo(name.body());
  }

  @Test
  @Covers({
    "ShowCatalog",
    "ListOwnProjects",
    "ListOwnDomains",
    "ListKeystoneProjects",
    "ListKeystoneUsers"
  })
  void tellsCallersWhatIsTheirs() throws Exception {
    String token = token();
    Answer catalog = get("/v3/auth/catalog", token, Map.of());
    assertThat(addresses(catalog, "cbr", "region-1")).hasSize(1);
    assertThat(addresses(catalog, "cbr", "region-1").get(0)).endsWith("/v3/" + project);
    for (String region : List.of("*", "region-1", "region-2")) {
      assertThat(addresses(catalog, "identity", region))
          .as("once in %s", region)
          .containsExactly(credentials.path("endpoint").asText() + "/v3");
    }

    assertThat(get("/v3/auth/projects", token, Map.of()).parsed().path("projects")).hasSize(2);
    assertThat(get("/v3/auth/domains", token, Map.of()).parsed().at("/domains/0/name"))
        .isEqualTo(credentials.path("domain"));
    JsonNode named = get("/v3/projects?name=region-2", token, Map.of()).parsed().path("projects");
    assertThat(named).hasSize(1);
    assertThat(named.at("/0/name").asText()).isEqualTo("region-2");
    assertThat(get("/v3/projects?name=nowhere", token, Map.of()).parsed().path("projects"))
        .isEmpty();
    String user = credentials.path("user").asText();
    assertThat(get("/v3/users?name=" + user, token, Map.of()).parsed().path("users")).hasSize(1);
    assertThat(get("/v3/users?name=x", token, Map.of()).parsed().path("users")).isEmpty();
  }

  @Test
  @Covers({"ListVersions", "ShowVersion"})
  void tellsItsVersionToEverybody() throws Exception {
    assertThat(get("/", null, Map.of()).parsed().at("/versions/values/0/id").asText())
        .startsWith("v3");
    assertThat(get("/v3", null, Map.of()).parsed().at("/version/status").asText())
        .isEqualTo("stable");
  }

  @Test
  @Covers("ShowRecoveryKit")
  void handsOutARecoveryKitThatNothingStores() throws Exception {
    Project owner = Project.of(stack, "region-1");
    LocalServer server = LocalServer.create(stack, owner, "kit", List.of(new Noise().bytes(1_000)));
    String vault = new Vaults(owner).create("kit", server.id());
    String path = "/v3/" + project + "/vaults/" + vault + "/x-recovery-kit";
    assertThat(get(path, token(), Map.of()).status()).isEqualTo(404);
    new Vaults(owner).backedUp(vault);
    Answer kit = get(path, token(), Map.of());

    assertThat(kit.status()).isEqualTo(200);
    assertThat(kit.headers()).containsEntry("cache-control", "no-store");
    assertThat(kit.parsed().path("password").asText()).isNotEmpty();
    assertThat(kit.parsed().path("repository").asText()).isNotEmpty();
  }

  private static List<String> addresses(Answer catalog, String type, String region) {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : catalog.parsed().path("catalog")) {
      for (JsonNode endpoint : entry.path("endpoints")) {
        if (entry.path("type").asText().equals(type)
            && endpoint.path("region").asText().equals(region)) {
          found.add(endpoint.path("url").asText());
        }
      }
    }
    return found;
  }

  private String token() throws Exception {
    ObjectNode scope = Json.MAPPER.createObjectNode();
    scope.putObject("project").put("id", project);
    return post("/v3/auth/tokens", request(password(), scope)).headers().get("x-subject-token");
  }

  private ObjectNode password() {
    ObjectNode identity = Json.MAPPER.createObjectNode();
    identity.putArray("methods").add("password");
    ObjectNode user = identity.putObject("password").putObject("user");
    user.set("name", credentials.path("user"));
    user.set("password", credentials.path("password"));
    user.putObject("domain").set("name", credentials.path("domain"));
    return identity;
  }

  private static ObjectNode request(ObjectNode identity, ObjectNode scope) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode auth = body.putObject("auth");
    auth.set("identity", identity);
    if (scope != null) {
      auth.set("scope", scope);
    }
    return body;
  }

  private Answer post(String path, JsonNode body) throws Exception {
    return exchange(to(path).POST(BodyPublishers.ofString(body.toString())).build());
  }

  private Answer get(String path, String token, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request = to(path);
    if (token != null) {
      request.header("X-Auth-Token", token);
    }
    headers.forEach(request::header);
    return exchange(request.GET().build());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(credentials.path("endpoint").asText() + path))
        .header("Content-Type", "application/json");
  }

  private Answer exchange(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    Answer answer = new Answer(response.statusCode(), headers, response.body());
    assertThat(
            answer.faults(
                document,
                document.serving(request.method(), request.uri().getPath()).orElseThrow()))
        .isEmpty();
    return answer;
  }
}
