package io.coffer.gateway.submit;

import io.coffer.contracts.Topic;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.messaging.outcome.OutcomeRecords;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One thread that reads every outcome from the moment it started, without a group: each gateway
 * sees all and drops what it does not wait for.
 */
@Startup
@ApplicationScoped
class OutcomesConsumer {

  private static final Logger LOG = Logger.getLogger(OutcomesConsumer.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private final CommandProducer producer;
  private final Waiters waiters;
  private final Thread thread = new Thread(this::run, "outcomes");
  private volatile boolean stopping;
  private volatile boolean positioned;
  private volatile KafkaConsumer<byte[], byte[]> consumer;

  OutcomesConsumer(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      CommandProducer producer,
      Waiters waiters) {
    this.bootstrapServers = bootstrapServers;
    this.producer = producer;
    this.waiters = waiters;
  }

  @PostConstruct
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    KafkaConsumer<byte[], byte[]> polling = consumer;
    if (polling != null) {
      polling.wakeup();
    }
  }

  /** Whether no outcome that is written from now on can be missed. */
  boolean isPositioned() {
    return positioned;
  }

  private void run() {
    long pause = 100;
    while (!stopping) {
      try (KafkaConsumer<byte[], byte[]> polling = consumer()) {
        consumer = polling;
        producer.warmUp();
        takePositions(polling);
        positioned = true;
        while (!stopping) {
          polling.poll(POLL).forEach(this::tell);
        }
      } catch (WakeupException e) {
        LOG.debug("woken up to stop");
      } catch (KafkaException | IllegalStateException e) {
        LOG.warnf("outcomes cannot be read: %s", e.getMessage());
        pause(pause);
        pause = Math.min(pause * 2, 2_000);
      } finally {
        positioned = false;
      }
    }
  }

  private static void takePositions(KafkaConsumer<byte[], byte[]> polling) {
    List<TopicPartition> partitions =
        polling.partitionsFor(Topic.OUTCOMES.topicName(), PATIENCE).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("the topic of outcomes has no partitions");
    }
    polling.assign(partitions);
    polling.seekToEnd(partitions);
    partitions.forEach(partition -> polling.position(partition, PATIENCE));
  }

  private void tell(ConsumerRecord<byte[], byte[]> outcome) {
    Header command = outcome.headers().lastHeader(OutcomeRecords.COMMAND);
    Header status = outcome.headers().lastHeader(OutcomeRecords.STATUS);
    if (command == null || status == null) {
      return;
    }
    try {
      byte[] body = outcome.value() == null ? new byte[0] : outcome.value();
      waiters.tell(
          UUID.fromString(text(command)), new OwnerAnswer(Integer.parseInt(text(status)), body));
    } catch (IllegalArgumentException e) {
      LOG.warnf("an outcome at %s-%d cannot be read", outcome.topic(), outcome.offset());
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            2_000,
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "api-gateway-outcomes",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest",
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            1,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            500L,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.US_ASCII);
  }
}
