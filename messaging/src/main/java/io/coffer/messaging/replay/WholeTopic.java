package io.coffer.messaging.replay;

import io.coffer.contracts.Topic;
import io.coffer.messaging.broker.BrokerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A topic from its first record to the last one it held when reading began. No group, nothing
 * committed.
 */
final class WholeTopic implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  WholeTopic(BrokerConnection broker, Topic topic) {
    consumer =
        new KafkaConsumer<>(
            broker.with(
                Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    500)),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    ends = consumer.endOffsets(partitions);
  }

  /** The next records, each partition in its order; empty at the end. */
  List<ConsumerRecord<String, byte[]>> next() {
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    while (batch.isEmpty() && !finished()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          batch.add(record);
        }
      }
    }
    return batch;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean finished() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
