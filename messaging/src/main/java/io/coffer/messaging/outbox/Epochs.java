package io.coffer.messaging.outbox;

import io.coffer.contracts.Topic;
import io.coffer.messaging.broker.BrokerConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Which life of its leader each partition is in. While it stays the same the broker has neither
 * died nor lost anything that it acknowledged. Blocks; called from the relay's thread only.
 */
@ApplicationScoped
class Epochs {

  private static final int NONE = -1;
  private static final int SILENT = -2;

  private final Map<String, Object> settings;
  private Admin admin;
  private Map<TopicPartition, OffsetSpec> partitions = Map.of();

  Epochs(BrokerConnection broker) {
    settings =
        broker.with(
            Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG,
                "outbox-epochs",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                3_000));
  }

  @PreDestroy
  void close() {
    if (admin != null) {
      admin.close();
    }
  }

  /**
   * The epoch of each partition of each topic, now; {@link #SILENT} for one whose leader does not
   * answer.
   *
   * @throws KafkaException when none answers
   */
  Map<TopicPartition, Integer> now() {
    try {
      if (admin == null) {
        admin = Admin.create(settings);
      }
      if (partitions.isEmpty()) {
        partitions = partitions();
      }
      ListOffsetsResult ends = admin.listOffsets(partitions);
      Map<TopicPartition, Integer> epochs = new HashMap<>();
      for (TopicPartition partition : partitions.keySet()) {
        epochs.put(partition, epoch(ends.partitionResult(partition)));
      }
      if (epochs.values().stream().allMatch(epoch -> epoch == SILENT)) {
        throw new KafkaException("the broker does not answer");
      }
      return epochs;
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not list its topics: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  private static int epoch(KafkaFuture<ListOffsetsResultInfo> end) throws InterruptedException {
    try {
      return end.get().leaderEpoch().orElse(NONE);
    } catch (ExecutionException e) {
      return SILENT;
    }
  }

  private Map<TopicPartition, OffsetSpec> partitions()
      throws ExecutionException, InterruptedException {
    Set<String> there = admin.listTopics().names().get();
    List<String> names =
        Arrays.stream(Topic.values())
            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
            .filter(there::contains)
            .toList();
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition())))
        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
  }
}
