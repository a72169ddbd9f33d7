package io.coffer.worker.webhook;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.delivery.Attempt;
import io.coffer.worker.delivery.Carrier;
import io.coffer.worker.delivery.Delivery;
import io.coffer.worker.delivery.TargetRefused;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Carries notices to receivers over HTTP. */
@ApplicationScoped
class WebhookCarrier implements Carrier {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int GONE = 410;

  private final TargetRules rules;
  private final Pinned client;

  @Inject
  WebhookCarrier(Vertx vertx, WorkerSettings settings) {
    this(
        new TargetRules(
            name -> List.of(InetAddress.getAllByName(name)),
            new AddressRules(settings.webhook().allow().orElse(List.of()))),
        new Pinned(vertx, new HttpClientOptions(), CONNECT, settings.webhook().answer()));
  }

  WebhookCarrier(TargetRules rules, Pinned client) {
    this.rules = rules;
    this.client = client;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public String kind() {
    return "webhook";
  }

  /** A name is looked up when something is sent to it: today's address says nothing of then. */
  @Override
  public void check(String target, String secret) {
    WebhookUrl url = WebhookUrl.of(target);
    if (url.literal().isPresent()) {
      rules.checked(url);
    }
    try {
      Signature.by(secret);
    } catch (IllegalArgumentException e) {
      throw new TargetRefused("secret: " + e.getMessage());
    }
  }

  @Override
  public Attempt carry(Delivery delivery, String secret, Instant now) {
    try {
      WebhookUrl url = WebhookUrl.of(delivery.target());
      byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
      return outcome(
          client.post(url, rules.checked(url), headers(delivery, secret, now, body), body));
    } catch (TargetRefused e) {
      return Attempt.failed(e.getMessage());
    } catch (TimeoutException e) {
      return Attempt.failed("It did not answer in time.");
    } catch (IOException e) {
      return Attempt.failed("It cannot be reached, or broke off.");
    }
  }

  private static Map<String, String> headers(
      Delivery delivery, String secret, Instant now, byte[] body) {
    String id = delivery.noticeId().toString();
    return Map.of(
        "Content-Type",
        "application/cloudevents+json; charset=utf-8",
        "User-Agent",
        "Coffer",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        Signature.by(secret).of(id, now, body));
  }

  private static Attempt outcome(int status) {
    if (status >= 200 && status < 300) {
      return Attempt.DELIVERED;
    }
    return status == GONE ? Attempt.GONE : Attempt.failed("It answered " + status + ".");
  }
}
