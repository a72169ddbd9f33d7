package io.coffer.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.cli.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/** What services tell of themselves under {@code /q/health}. */
final class Health {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClients.open(ANSWER_LIMIT);

  /** Whether the service at this port says that it does its work. */
  boolean isReady(int port) {
    return ask(port, "ready").filter(answer -> answer.statusCode() == 200).isPresent();
  }

  /** Whether it says that only a new start helps it; silence says nothing. */
  boolean isLost(int port) {
    return ask(port, "live").filter(answer -> answer.statusCode() == 503).isPresent();
  }

  /** The checks that fail, for people. */
  String complaint(int port) {
    return ask(port, "")
        .map(HttpResponse::body)
        .map(Health::failing)
        .orElse("it does not answer at port " + port);
  }

  private static String failing(String body) {
    StringJoiner all = new StringJoiner("; ");
    all.setEmptyValue("it does not say why");
    try {
      for (JsonNode check : JSON.readTree(body).path("checks")) {
        if (check.path("status").asText().equals("DOWN")) {
          String data = check.path("data").isMissingNode() ? "" : " " + check.path("data");
          all.add(check.path("name").asText() + ": down" + data);
        }
      }
    } catch (IOException noJson) {
      // then it has not said anything
    }
    return all.toString();
  }

  private Optional<HttpResponse<String>> ask(int port, String what) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/" + what))
            .timeout(ANSWER_LIMIT)
            .build();
    try {
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
