package io.coffer.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One project, as a client of the REST API sees it. */
public final class Project {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String endpoint;
  private final JsonNode project;
  private final String token;

  private Project(JsonNode credentials, JsonNode project) {
    this.endpoint = credentials.path("endpoint").asText();
    this.project = project;
    this.token = token(credentials);
  }

  /** The project of the first domain that is named as its region. */
  public static Project of(RunningStack stack, String name) {
    return of(stack.credentials(), name);
  }

  /** The project of the other domain that is named as its region. */
  public static Project ofOtherDomain(RunningStack stack, String name) {
    return of(stack.credentials().path("other"), name);
  }

  private static Project of(JsonNode credentials, String name) {
    for (JsonNode project : credentials.path("projects")) {
      if (project.path("name").asText().equals(name)) {
        return new Project(credentials, project);
      }
    }
    throw new AssertionError("there is no project " + name);
  }

  public String id() {
    return project.path("id").asText();
  }

  /** Of its account, in this project. */
  public String token() {
    return token;
  }

  public Reply get(String path) {
    return send("GET", path, null);
  }

  /** What is answered with 200, to the byte. */
  public byte[] bytes(String path) {
    HttpResponse<byte[]> response =
        exchange(request("GET", path, null), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + ": " + new String(response.body()));
    }
    return response.body();
  }

  public Reply post(String path, JsonNode body) {
    return send("POST", path, body);
  }

  public Reply delete(String path) {
    return send("DELETE", path, null);
  }

  /** Asks something of the domain, which is no project's. */
  public Reply ofDomain(String method, String path, JsonNode body) {
    return Reply.of(exchange(requestTo(method, "/v2" + path, body)));
  }

  /** The same with more headers. */
  public Reply ofDomain(String method, String path, JsonNode body, Map<String, String> headers) {
    return Reply.of(exchange(with(requestTo(method, "/v2" + path, body), headers)));
  }

  /**
   * Sends a request with more headers.
   *
   * @param body null for none
   */
  public Reply send(String method, String path, JsonNode body, Map<String, String> headers) {
    return Reply.of(exchange(with(request(method, path, body), headers)));
  }

  /** Sends all at once, and returns when all are answered. */
  public List<Reply> postTogether(List<String> paths, List<? extends JsonNode> bodies) {
    List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      HttpRequest request = request("POST", paths.get(i), bodies.get(i));
      replies.add(http.sendAsync(request, BodyHandlers.ofString()));
    }
    return replies.stream().map(CompletableFuture::join).map(Reply::of).toList();
  }

  private Reply send(String method, String path, JsonNode body) {
    return Reply.of(exchange(request(method, path, body)));
  }

  private static HttpRequest with(HttpRequest request, Map<String, String> headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request, (n, v) -> true);
    headers.forEach(builder::header);
    return builder.build();
  }

  private HttpRequest request(String method, String path, JsonNode body) {
    return requestTo(method, "/v3/" + id() + path, body);
  }

  private HttpRequest requestTo(String method, String path, JsonNode body) {
    return HttpRequest.newBuilder(URI.create(endpoint + path))
        .timeout(PATIENCE)
        .header("X-Auth-Token", token)
        .header("Content-Type", "application/json")
        .method(method, publisher(body))
        .build();
  }

  private String token(JsonNode credentials) {
    ObjectNode auth = Json.MAPPER.createObjectNode();
    ObjectNode identity = auth.putObject("auth").putObject("identity");
    identity.putArray("methods").add("password");
    ObjectNode user = identity.putObject("password").putObject("user");
    user.put("name", credentials.path("user").asText());
    user.put("password", credentials.path("password").asText());
    user.putObject("domain").put("name", credentials.path("domain").asText());
    auth.withObject("/auth").putObject("scope").putObject("project").put("id", id());
    HttpResponse<String> response =
        exchange(
            HttpRequest.newBuilder(URI.create(endpoint + "/v3/auth/tokens"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(publisher(auth))
                .build());
    Reply.of(response).expect(201);
    return response.headers().firstValue("X-Subject-Token").orElseThrow();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    return exchange(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new Unanswered(request, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher publisher(JsonNode body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
  }
}
