package io.coffer.worker.testing;

import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Command;
import io.coffer.contracts.Json;
import io.coffer.contracts.inventory.InventoryEvent;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One project: gives orders as vault-service does, and hears what becomes of them. */
public final class Tenant implements AutoCloseable {

  /** When everything is ordered. */
  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String project = UUID.randomUUID().toString().replace("-", "");
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Received> heard = new ArrayList<>();
  private final Set<UUID> ids = new HashSet<>();

  public Tenant(String bootstrap) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of("task-events", "task-progress")
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  public String project() {
    return project;
  }

  /** Gives an order; returns the id of its message, which is its task's. */
  public UUID order(WorkCommand command) throws Exception {
    send(command.taskId(), command);
    return command.taskId();
  }

  /** Sends a command under a message id of its own. */
  public void send(UUID messageId, Command command) throws Exception {
    Catalogue.Entry entry = Catalogue.of(command);
    Envelope envelope =
        Envelope.stamped(messageId, entry.type(), "test", TIME, project, "user", "req-1");
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            entry.topic().topicName(), project, Json.MAPPER.writeValueAsBytes(command));
    EnvelopeHeaders.write(envelope)
        .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get();
  }

  /** Waits for the end of a task. */
  public TaskEvent end(UUID task) {
    await("the end of task " + task)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> events(task).stream().anyMatch(Tenant::isEnd));
    return events(task).stream().filter(Tenant::isEnd).findFirst().orElseThrow();
  }

  /** Waits for the success of a task. */
  public TaskEvent.TaskSucceeded success(UUID task) {
    TaskEvent end = end(task);
    if (end instanceof TaskEvent.TaskSucceeded succeeded) {
      return succeeded;
    }
    throw new AssertionError("failed: " + end);
  }

  /** Waits for the failure of a task. */
  public TaskEvent.TaskFailed failure(UUID task) {
    TaskEvent end = end(task);
    if (end instanceof TaskEvent.TaskFailed failed) {
      return failed;
    }
    throw new AssertionError("succeeded: " + end);
  }

  /** What was said of a task so far, its progress left out. */
  public List<TaskEvent> events(UUID task) {
    listen();
    return heard.stream()
        .filter(received -> received.message() instanceof TaskEvent)
        .map(received -> (TaskEvent) received.message())
        .filter(event -> event.taskId().equals(task))
        .toList();
  }

  /** What was said of deliveries so far. */
  public List<DeliveryEvent> deliveries() {
    listen();
    return heard.stream()
        .filter(received -> received.message() instanceof DeliveryEvent)
        .map(received -> (DeliveryEvent) received.message())
        .toList();
  }

  /** What was said of the resources of this project so far. */
  public List<InventoryEvent> inventory() {
    listen();
    return heard.stream()
        .filter(received -> received.message() instanceof InventoryEvent)
        .map(received -> (InventoryEvent) received.message())
        .toList();
  }

  /** The envelopes of all events of this project, in their order. */
  public List<Envelope> envelopes() {
    listen();
    return heard.stream()
        .filter(received -> received.message() instanceof TaskEvent)
        .map(Received::envelope)
        .toList();
  }

  /** The progress that was told of a task so far. */
  public List<TaskProgress> progress(UUID task) {
    listen();
    return heard.stream()
        .filter(received -> received.message() instanceof TaskProgress)
        .map(received -> (TaskProgress) received.message())
        .filter(progress -> progress.taskId().equals(task))
        .toList();
  }

  /** Waits until a task is at least so far. */
  public void awaitProgress(UUID task, int percent) {
    await("progress of task " + task)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> progress(task).stream().anyMatch(told -> told.percent() >= percent));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }

  private void listen() {
    consumer
        .poll(Duration.ofMillis(20))
        .forEach(
            record -> {
              if (project.equals(record.key())) {
                hear(Received.read(Incoming.of(record)));
              }
            });
  }

  /** As all who read topics do, it takes what is sent again for one message. */
  private void hear(Received received) {
    if (ids.add(received.envelope().id())) {
      heard.add(received);
    }
  }

  private static boolean isEnd(TaskEvent event) {
    return !(event instanceof TaskEvent.TaskStarted);
  }
}
