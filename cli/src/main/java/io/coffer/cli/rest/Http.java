package io.coffer.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.coffer.cli.http.HttpClients;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP, with the service's errors as exceptions. */
final class Http {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClients.open(Duration.ofSeconds(5));

  /** An answer that is no error. */
  record Answer(HttpResponse<String> response) {

    /** The body; a missing node when it is empty. */
    JsonNode json() {
      return parse(response.body());
    }

    String header(String name) {
      return response
          .headers()
          .firstValue(name)
          .orElseThrow(() -> new IllegalStateException("The answer has no header " + name));
    }
  }

  /**
   * Sends one request.
   *
   * @param body null for none
   * @param headers names and values in turn
   */
  Answer send(String method, String url, JsonNode body, String... headers) {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_LIMIT).method(method, content);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw failure(response);
      }
      return new Answer(response);
    } catch (ConnectException refused) {
      throw new LocalStackException("Nobody answers at " + url + "; start it with: ./coffer up");
    } catch (IOException failed) {
      throw new LocalStackException("The call of " + url + " broke off", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted", interrupted);
    }
  }

  private static ApiFailure failure(HttpResponse<String> response) {
    JsonNode body = parse(response.body());
    JsonNode error = body.path("error");
    String code = body.path("error_code").asText(error.path("code").asText(""));
    String message = body.path("error_msg").asText(error.path("message").asText(""));
    return new ApiFailure(
        response.statusCode(), code, message.isEmpty() ? "The service refused" : message);
  }

  private static JsonNode parse(String body) {
    try {
      return body == null || body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
