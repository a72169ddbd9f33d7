package io.coffer.gateway.submit;

import io.coffer.contracts.Topic;
import io.coffer.messaging.broker.BrokerConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends commands from event loops, which must never wait. The client would wait in two cases only,
 * and both are excluded: for metadata, which are fetched beforehand and never given up, and for
 * room in its buffer, of which no more than half is ever promised.
 */
@ApplicationScoped
class CommandProducer {

  private static final long BUFFER_BYTES = 64L * 1024 * 1024;
  private static final long PROMISED_BYTES = BUFFER_BYTES / 2;
  private static final int RECORD_OVERHEAD = 1_024;
  private static final Duration FOR_EVER = Duration.ofDays(3_650);

  /** The topics whose owners know how a request ended that comes again. */
  static final List<Topic> REPEATED = List.of(Topic.VAULT_COMMANDS);

  private final KafkaProducer<String, byte[]> producer;
  private final AtomicLong promised = new AtomicLong();
  private volatile boolean ready;

  CommandProducer(BrokerConnection broker) {
    producer =
        new KafkaProducer<>(
            broker.with(
                Map.ofEntries(
                    Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "api-gateway-commands"),
                    Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                    Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                    Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                    // What comes while a request is on its way leaves with the next one, together.
                    Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                    Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000),
                    Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000),
                    Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000),
                    Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FOR_EVER.toMillis()),
                    // Else it forgets them, and would wait for them, as soon as no broker answers.
                    Map.entry(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none"),
                    Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L),
                    Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2_000_000),
                    Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES))),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }

  /** Fetches the metadata of all command topics. Waits; not for event loops. */
  void warmUp() {
    Topic.ANSWERED.forEach(topic -> producer.partitionsFor(topic.topicName()));
    ready = true;
  }

  boolean isReady() {
    return ready;
  }

  /**
   * Sends a record without waiting and tells once how it went: null when the broker has it. A
   * record that was refused or not acknowledged in time is not sent later.
   */
  void send(ProducerRecord<String, byte[]> record, Consumer<Exception> done) {
    int bytes = record.value().length + RECORD_OVERHEAD;
    if (!ready || promised.get() > PROMISED_BYTES) {
      done.accept(new KafkaException("no room to send now"));
      return;
    }
    promised.addAndGet(bytes);
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            promised.addAndGet(-bytes);
            done.accept(failure);
          });
    } catch (KafkaException | IllegalStateException e) {
      promised.addAndGet(-bytes);
      done.accept(e);
    }
  }
}
