package io.coffer.messaging.outbox;

import io.coffer.messaging.broker.BrokerConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * One idempotent producer for everything that leaves through the outbox, and for what may be lost,
 * such as progress.
 */
@ApplicationScoped
public class OutboxProducer {

  private static final Logger LOG = Logger.getLogger(OutboxProducer.class);

  private final KafkaProducer<String, byte[]> producer;

  OutboxProducer(BrokerConnection broker) {
    producer =
        new KafkaProducer<>(
            broker.with(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.LINGER_MS_CONFIG,
                    0,
                    // What comes while a request is on its way leaves with the next one, together.
                    ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                    1,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    2_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    5_000,
                    // Never gives up on a record, or a later one of the same project could overtake
                    // it.
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Integer.MAX_VALUE,
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    2_000_000,
                    ProducerConfig.BUFFER_MEMORY_CONFIG,
                    8_388_608L)),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(2));
  }

  /** Sends a record that may be lost. Never fails, never waits for an acknowledgement. */
  public void sendUnreliably(Outgoing outgoing) {
    send(
        outgoing,
        () -> {},
        failure ->
            LOG.debugf(
                "lost topic=%s project=%s: %s",
                outgoing.topic(), outgoing.project(), failure.getMessage()));
  }

  void send(Outgoing outgoing, Runnable sent, Consumer<Throwable> failed) {
    try {
      producer.send(
          outgoing.toRecord(),
          (metadata, failure) -> {
            if (failure == null) {
              sent.run();
            } else {
              failed.accept(failure);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      failed.accept(e);
    }
  }

  boolean sendAndWait(Outgoing outgoing) {
    try {
      producer.send(outgoing.toRecord()).get(10, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warnf(
          "not sent, the next sweep tries again topic=%s project=%s: %s",
          outgoing.topic(), outgoing.project(), e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
