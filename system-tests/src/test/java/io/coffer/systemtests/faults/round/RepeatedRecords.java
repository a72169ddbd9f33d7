package io.coffer.systemtests.faults.round;

import io.coffer.contracts.Topic;
import io.coffer.systemtests.stack.RunningStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the newest records of all topics once more, each to its partition and in its order. What
 * nobody could read is left out: its copy would be one more dead letter, as it should.
 */
final class RepeatedRecords {

  private static final Duration NEWEST = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  private RepeatedRecords() {}

  static void repeat(RunningStack stack) {
    Set<String> buried = buried(stack);
    List<ConsumerRecord<byte[], byte[]>> newest =
        newest(stack).stream().filter(record -> !buried.contains(origin(record))).toList();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            stack.kafka(Map.of("acks", "all")),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      newest.forEach(
          record ->
              producer.send(
                  new ProducerRecord<>(
                      record.topic(),
                      record.partition(),
                      record.key(),
                      record.value(),
                      record.headers())));
    }
  }

  private static Set<String> buried(RunningStack stack) {
    return stack
        .coffer("dlq", "list", "-o", "json")
        .ok()
        .json()
        .valueStream()
        .map(letter -> letter.get("origin").asText())
        .collect(Collectors.toSet());
  }

  private static String origin(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "/" + record.partition() + "/" + record.offset();
  }

  private static List<ConsumerRecord<byte[], byte[]>> newest(RunningStack stack) {
    List<ConsumerRecord<byte[], byte[]>> newest = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            stack.kafka(Map.of("enable.auto.commit", false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Arrays.stream(Topic.values())
              .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(consumer, partitions, ends);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(newest::add);
      }
    }
    return newest;
  }

  private static void seek(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    long since = Instant.now().minus(NEWEST).toEpochMilli();
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(partition -> partition, p -> since));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp at = found.get(partition);
      consumer.seek(partition, at == null ? ends.get(partition) : at.offset());
    }
  }
}
