package io.coffer.gateway.submit;

import io.coffer.contracts.Topic;
import io.coffer.messaging.broker.BrokerConnection;
import io.coffer.messaging.dispatch.DeadLetterRecords;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.UnreadableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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

  private final BrokerConnection broker;
  private final CommandProducer producer;
  private final Waiters waiters;
  private final Thread thread = new Thread(this::run, "outcomes");
  private volatile boolean stopping;
  private volatile boolean positioned;
  private volatile boolean heard;
  private volatile KafkaConsumer<String, byte[]> consumer;

  OutcomesConsumer(BrokerConnection broker, CommandProducer producer, Waiters waiters) {
    this.broker = broker;
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
    KafkaConsumer<String, byte[]> polling = consumer;
    if (polling != null) {
      polling.wakeup();
    }
  }

  /** Whether no outcome that is written from now on can be missed. */
  boolean isPositioned() {
    return positioned;
  }

  /** Whether the broker answered within the last seconds. */
  boolean isHeard() {
    return heard;
  }

  private void run() {
    long pause = 100;
    while (!stopping) {
      try (KafkaConsumer<String, byte[]> polling = consumer()) {
        consumer = polling;
        producer.warmUp();
        takePositions(polling);
        positioned = true;
        heard = true;
        while (!stopping) {
          ConsumerRecords<String, byte[]> polled = polling.poll(POLL);
          polled.forEach(this::tell);
          heard = !polled.isEmpty() || answers(polling);
        }
      } catch (WakeupException e) {
        LOG.debug("woken up to stop");
      } catch (RuntimeException e) { // whatever it is: without this thread no write is answered
        LOG.warnf("outcomes cannot be read: %s", e.getMessage());
        pause(pause);
        pause = Math.min(pause * 2, 2_000);
      } finally {
        positioned = false;
        heard = false;
      }
    }
  }

  /** A poll tells nothing apart: no news, or nobody there to bring any. */
  private static boolean answers(KafkaConsumer<String, byte[]> polling) {
    try {
      polling.endOffsets(polling.assignment(), POLL);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static void takePositions(KafkaConsumer<String, byte[]> polling) {
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

  private void tell(ConsumerRecord<String, byte[]> record) {
    try {
      ReadOutcome outcome = ReadOutcome.of(record);
      waiters.tell(outcome.command(), outcome.answer());
    } catch (UnreadableException e) {
      Incoming incoming = Incoming.of(record);
      LOG.errorf("to the dead letters record=%s: %s", incoming.place(), e.getMessage());
      producer.send(
          DeadLetterRecords.of(incoming, e.getMessage()).toRecord(),
          failure -> {
            if (failure != null) {
              LOG.errorf("no dead letter record=%s: %s", incoming.place(), failure.getMessage());
            }
          });
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        broker.with(
            Map.of(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                2_000,
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
                5_000)),
        new StringDeserializer(),
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
}
