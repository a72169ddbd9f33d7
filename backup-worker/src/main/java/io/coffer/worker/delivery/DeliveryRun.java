package io.coffer.worker.delivery;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.round.Doubling;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.WorkerSettings;
import io.quarkus.arc.All;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes one attempt, and tells what came of it or when the next one is. */
@ApplicationScoped
class DeliveryRun {

  private static final Logger LOG = Logger.getLogger(DeliveryRun.class);

  private final List<Carrier> carriers;
  private final SubscriptionSecrets secrets;
  private final DeliveryTable deliveries;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final Backoff backoff;

  DeliveryRun(
      @All List<Carrier> carriers,
      SubscriptionSecrets secrets,
      DeliveryTable deliveries,
      Dispatcher dispatcher,
      Clock clock,
      WorkerSettings settings) {
    this.carriers = carriers;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.backoff =
        new Backoff(
            new Doubling(settings.delivery().firstPause(), settings.delivery().longestPause()));
  }

  void run(Delivery delivery) {
    Attempt attempt = attempt(delivery);
    Instant now = clock.now();
    Optional<Instant> next =
        attempt.end() == Attempt.End.FAILED ? backoff.next(delivery, now) : Optional.empty();
    if (next.isPresent()) {
      deliveries.again(delivery, attempt.reason(), next.get());
      return;
    }
    LOG.infof(
        "told notice=%s subscription=%s end=%s attempts=%d: %s",
        delivery.noticeId(),
        delivery.subscriptionId(),
        attempt.end(),
        delivery.attempts(),
        attempt.reason());
    end(delivery, attempt, now);
  }

  private Attempt attempt(Delivery delivery) {
    Optional<Carrier> carrier =
        carriers.stream().filter(one -> one.kind().equals(delivery.kind())).findFirst();
    if (carrier.isEmpty()) {
      return Attempt.hopeless("Nothing is carried by " + delivery.kind() + " here.");
    }
    Optional<String> secret = secrets.of(delivery.subscriptionId());
    return secret.isEmpty()
        ? Attempt.hopeless("The secret of the subscription is lost: make another one.")
        : carrier.get().carry(delivery, secret.get(), clock.now());
  }

  private void end(Delivery delivery, Attempt attempt, Instant now) {
    UUID id = DerivedId.of(delivery.id(), "ended/" + delivery.epoch());
    DeliveryEnded ended = new DeliveryEnded(delivery, deliveries.owner(), attempt, now);
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(delivery.envelope(id, now), ended)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("delivery " + delivery.id() + " cannot be reported", e);
    }
  }
}
