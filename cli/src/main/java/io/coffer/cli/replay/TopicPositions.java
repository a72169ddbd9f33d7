package io.coffer.cli.replay;

import io.coffer.cli.stack.KafkaClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far topics reach, and how far a service has read them. */
final class TopicPositions implements AutoCloseable {

  private final Admin admin;

  TopicPositions(KafkaClient client) {
    admin = Admin.create(client.settings());
  }

  /** How many records the service has still to read, of the topics it follows. */
  long lag(String group) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Set<TopicPartition> followed = new HashSet<>(committed.keySet());
    ConsumerGroupDescription description =
        admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group).get();
    description.members().forEach(m -> followed.addAll(m.assignment().topicPartitions()));
    Map<TopicPartition, Long> starts = offsets(followed, OffsetSpec.earliest());
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : offsets(followed, OffsetSpec.latest()).entrySet()) {
      OffsetAndMetadata read = committed.get(end.getKey());
      lag += end.getValue() - (read == null ? starts.get(end.getKey()) : read.offset());
    }
    return lag;
  }

  /** The ends of all partitions of the topics that hold events. */
  Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Set<String> topics =
        admin.listTopics().names().get().stream()
            .filter(name -> name.endsWith("-events"))
            .collect(Collectors.toSet());
    Set<TopicPartition> partitions = new HashSet<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
    return offsets(partitions, OffsetSpec.latest());
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, which));
    Map<TopicPartition, Long> found = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((p, info) -> found.put(p, info.offset()));
    return found;
  }

  @Override
  public void close() {
    admin.close();
  }
}
