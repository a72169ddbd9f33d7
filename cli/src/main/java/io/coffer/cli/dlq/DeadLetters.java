package io.coffer.cli.dlq;

import io.coffer.cli.stack.KafkaClient;
import io.coffer.contracts.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The dead letters of a running stack, and the memory of which were retried. */
final class DeadLetters implements AutoCloseable {

  private static final String GROUP = "coffer-dlq";
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClient client;
  private final Admin admin;
  private final Map<TopicPartition, Retried> retried = new HashMap<>();
  private final Map<TopicPartition, Long> starts = new HashMap<>();

  DeadLetters(KafkaClient client) {
    this.client = client;
    this.admin = Admin.create(client.settings());
  }

  /**
   * Those not retried yet, of all topics; a record that several services gave up on is one of them.
   */
  List<DeadLetterRecord> waiting() throws ExecutionException, InterruptedException {
    retried.clear();
    admin
        .listConsumerGroupOffsets(GROUP)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, committed) -> retried.put(partition, Retried.of(committed)));
    Map<String, DeadLetterRecord> waiting = new LinkedHashMap<>();
    Set<String> over = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            client.with(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      starts.putAll(consumer.beginningOffsets(partitions));
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          DeadLetterRecord letter = new DeadLetterRecord(record);
          if (memory(partition(record)).contains(record.offset())) {
            over.add(letter.identity());
          } else if (!over.contains(letter.identity())) {
            waiting.putIfAbsent(letter.identity(), letter);
          }
        }
      }
    }
    return List.copyOf(waiting.values());
  }

  /** Sends letters to where they came from, and remembers that. */
  void retry(List<DeadLetterRecord> letters) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            client.with(Map.of("acks", "all")),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (DeadLetterRecord letter : letters) {
        producer.send(letter.again()).get();
        TopicPartition partition = partition(letter.record());
        Retried now =
            memory(partition).with(letter.record().offset(), starts.getOrDefault(partition, 0L));
        retried.put(partition, now);
        commits.put(partition, now.toCommit());
      }
    } finally {
      if (!commits.isEmpty()) {
        admin.alterConsumerGroupOffsets(GROUP, commits).all().get();
      }
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Retried memory(TopicPartition partition) {
    return retried.getOrDefault(partition, Retried.of(null));
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    Set<String> names =
        new HashSet<>(Arrays.stream(Topic.values()).map(Topic::deadLetterName).toList());
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> names.contains(topic.getKey()))
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }
}
