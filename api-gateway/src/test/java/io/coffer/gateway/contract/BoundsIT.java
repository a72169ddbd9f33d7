package io.coffer.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends, for each bound that the served document names, the values around it. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class BoundsIT {

  private static final long SEED = 20_261_129;

  /** No flag, no time and no key. */
  private static final String NO_WORD = "none of them";

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  private final List<String> faults = new ArrayList<>();
  private Client client;
  private JsonNode document;
  private Bounds bounds;
  private int sent;

  @BeforeEach
  void logIn() throws IOException {
    client = Client.withToken(base, project);
    try (InputStream json = Contract.class.getResourceAsStream("/META-INF/openapi.json")) {
      document = Json.MAPPER.readTree(json);
    }
    bounds = new Bounds(document, new Random(SEED));
  }

  @Test
  void refusesABodyJustBeyondABoundAndTakesItAtTheBound() {
    operations(
        (method, path, operation) -> {
          JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
          if (!schema.isMissingNode()) {
            for (Bounds.Trial trial : bounds.trials(schema)) {
              String place =
                  trial.place().isEmpty() ? "The request body" : trial.place().substring(1);
              tryOut(operation, method, path, trial.value().toString(), place, trial.fits());
            }
          }
        });
    assertThat(faults).isEmpty();
    assertThat(sent).isGreaterThan(400);
  }

  @Test
  void refusesAQueryJustBeyondABoundAndTakesItAtTheBound() {
    operations(
        (method, path, operation) -> {
          for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = bounds.resolved(reference);
            if (parameter.path("in").asText().equals("query")) {
              query(operation, method, path, parameter);
            }
          }
        });
    assertThat(faults).isEmpty();
    assertThat(sent).isGreaterThan(150);
  }

  @Test
  void refusesALanguageThatIsNotDocumentedAndTakesTheOthers() {
    operations(
        (method, path, operation) -> {
          for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = bounds.resolved(reference);
            if (parameter.path("name").asText().equals("X-Language")) {
              for (Bounds.Trial trial : bounds.trials(parameter.path("schema"))) {
                String language = trial.value().asText();
                Client speaking = client.with("X-Language", language);
                String body = body(operation);
                Client.Answer answer = speaking.send(method, path, body);
                judge(operation, method + " " + path, answer, body, "X-Language", trial.fits());
              }
            }
          }
        });
    assertThat(faults).isEmpty();
    assertThat(sent).isGreaterThan(30);
  }

  /** What has to be sent so that nothing but the query is wrong. */
  private String body(JsonNode operation) {
    return operation.at("/requestBody/required").asBoolean()
        ? bounds.sample(operation.at("/requestBody/content/application~1json/schema"), 0).toString()
        : null;
  }

  private void query(JsonNode operation, String method, String path, JsonNode parameter) {
    String body = body(operation);
    String name = parameter.path("name").asText();
    JsonNode schema = bounds.resolved(parameter.path("schema"));
    JsonNode one = schema.has("items") ? bounds.resolved(schema.path("items")) : schema;
    boolean odd =
        one.path("type").asText().equals("boolean") || one.has("format") || parameter.has("x-keys");
    if (odd) {
      tryOut(operation, method, path + "?" + name + "=" + encoded(NO_WORD), body, name, false);
    }
    for (Bounds.Trial trial : odd ? List.<Bounds.Trial>of() : bounds.trials(one)) {
      boolean number = one.path("type").asText().equals("integer");
      if (trial.value().isTextual() != number) {
        String to = path + "?" + name + "=" + encoded(trial.value().asText());
        tryOut(operation, method, to, body, name, trial.fits());
      }
    }
  }

  private void tryOut(
      JsonNode operation, String method, String path, String body, String place, boolean fits) {
    judge(operation, method + " " + path, client.send(method, path, body), body, place, fits);
  }

  private void judge(
      JsonNode operation,
      String request,
      Client.Answer answer,
      String body,
      String place,
      boolean fits) {
    sent++;
    boolean refused =
        (answer.status() == 400 || answer.status() == 401)
            && answer.message().startsWith(place + " ");
    if (refused == fits
        || refused && !isOfItsService(operation, answer)
        || answer.status() >= 500 && answer.status() != 503) {
      String told = request + " " + body;
      faults.add(told.substring(0, Math.min(300, told.length())) + " -> " + answer.text());
    }
  }

  /** Whether a refusal has a code that the operation names, and the shape in which it tells it. */
  private boolean isOfItsService(JsonNode operation, Client.Answer answer) {
    JsonNode documented =
        bounds.resolved(operation.path("responses").path(Integer.toString(answer.status())));
    List<String> codes = new ArrayList<>();
    operation.path("x-errors").forEach(code -> codes.add(code.asText()));
    documented.path("x-errors").forEach(code -> codes.add(code.asText()));
    boolean detailed = operation.path("x-error-form").asText().equals("DETAILED");
    JsonNode again = answer.json().at("/details/0");
    return codes.contains(answer.code())
        && detailed == answer.json().path("encoded_authorization_message").isTextual()
        && (detailed ? again.path("error_code").asText() : answer.code()).equals(answer.code())
        && (detailed ? again.path("error_msg").asText() : answer.message())
            .equals(answer.message());
  }

  private void operations(Each each) {
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            item ->
                item.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            each.operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                item.getKey()
                                    .replace("{project_id}", project)
                                    .replace("{protectable_type}", "server")
                                    .replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString()),
                                method.getValue())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Each {
    void operation(String method, String path, JsonNode operation);
  }
}
