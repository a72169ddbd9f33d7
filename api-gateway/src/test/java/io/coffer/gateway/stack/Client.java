package io.coffer.gateway.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A plain client of the gateway: says what it is told to say and keeps what comes back. */
public final class Client {

  /** An answer with its body as a tree; missing when there is none. */
  public record Answer(int status, JsonNode json, String text, java.net.http.HttpHeaders headers) {

    public String code() {
      return json.path("error_code").asText();
    }

    public String message() {
      return json.path("error_msg").asText();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String[] headers;

  private Client(URI base, String... headers) {
    this.base = URI.create("http://" + base.getAuthority());
    this.headers = headers;
  }

  /** Somebody without credentials. */
  public static Client nobody(URI base) {
    return new Client(base);
  }

  /** The first account's user with a token for a project. */
  public static Client withToken(URI base, String project) {
    return new Client(base, "X-Auth-Token", nobody(base).token(project));
  }

  /** The other account's user, who is no administrator. */
  public static Client other(URI base, String project) {
    return new Client(
        base, "X-Auth-Token", nobody(base).token("bob", "two", "other secret", project));
  }

  /** The same client with more headers. */
  public Client with(String... more) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return new Client(base, all);
  }

  public String token(String project) {
    return token("ann", "one", TestAccounts.PASSWORD, project);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer send(String method, String path, String body) {
    try {
      return answer(HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public CompletableFuture<Answer> postLater(String path, String body) {
    return HTTP.sendAsync(request("POST", path, body), HttpResponse.BodyHandlers.ofString())
        .thenApply(Client::answer);
  }

  private HttpRequest request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private static Answer answer(HttpResponse<String> response) {
    try {
      String text = response.body();
      JsonNode json = text.isEmpty() ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(text);
      return new Answer(response.statusCode(), json, text, response.headers());
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  private String token(String user, String domain, String password, String project) {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s",
          "password": "%s", "domain": {"name": "%s"}}}}, "scope": {"project": {"id": "%s"}}}}
        """
            .formatted(user, password, domain, project);
    Answer answer = send("POST", "/v3/auth/tokens", body);
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.header("X-Subject-Token");
  }
}
