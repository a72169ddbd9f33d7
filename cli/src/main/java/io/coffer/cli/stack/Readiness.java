package io.coffer.cli.stack;

import io.coffer.cli.http.HttpClients;
import io.coffer.local.KafkaBroker;
import io.coffer.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a live process does its work. */
final class Readiness {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

  private final Home home;
  private final HttpClient http = HttpClients.open(ANSWER_LIMIT);

  Readiness(Home home) {
    this.home = home;
  }

  boolean isReady(StackProcess process) {
    if (!process.process().isAlive()) {
      return false;
    }
    return switch (process.name()) {
      case Stack.POSTGRES -> Ports.isOpen(process.port());
      case Stack.KAFKA ->
          KafkaBroker.isReady(home.kafkaData(), process.process()) && Ports.isOpen(process.port());
      default -> saysReady(process.port());
    };
  }

  private boolean saysReady(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(ANSWER_LIMIT)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
