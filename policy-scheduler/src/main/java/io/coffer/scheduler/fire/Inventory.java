package io.coffer.scheduler.fire;

import com.fasterxml.jackson.databind.ObjectReader;
import io.coffer.contracts.Json;
import io.coffer.messaging.internal.InternalToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the worker what resources are, so that orders carry facts. */
@ApplicationScoped
public class Inventory {

  private static final Logger LOG = Logger.getLogger(Inventory.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectReader READER = Json.MAPPER.readerFor(FoundResources.class);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final InternalToken token;
  private final String base;

  Inventory(InternalToken token, @ConfigProperty(name = "coffer.url.backup-worker") String base) {
    this.token = token;
    this.base = base;
  }

  /** What is known of these resources; empty when nobody answers. */
  CompletableFuture<Optional<FoundResources>> find(String project, List<String> ids) {
    return client
        .sendAsync(question(project, ids), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(answer -> Optional.of(read(answer)))
        .exceptionally(
            failure -> {
              LOG.warnf("the inventory does not answer: %s", failure.getMessage());
              return Optional.empty();
            });
  }

  private HttpRequest question(String project, List<String> ids) {
    try {
      return HttpRequest.newBuilder(URI.create(base + "/internal/projects/" + project + "/facts"))
          .header("Authorization", token.authorization())
          .header("Content-Type", "application/json")
          .timeout(PATIENCE)
          .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(ids)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FoundResources read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    try {
      return READER.readValue(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
