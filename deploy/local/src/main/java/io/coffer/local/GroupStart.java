package io.coffer.local;

import io.coffer.contracts.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a new consumer group begins to read Coffer's topics. */
final class GroupStart {

  private GroupStart() {}

  /** After all that is there now. */
  static void atTheEnds(String bootstrapServers, String group) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Map<TopicPartition, OffsetSpec> latest =
          Arrays.stream(Topic.values())
              .flatMap(
                  topic ->
                      IntStream.range(0, topic.partitions())
                          .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
              .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
      Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
      admin.alterConsumerGroupOffsets(group, ends).all().get();
    } catch (ExecutionException failed) {
      throw new LocalStackException("Cannot set where " + group + " begins", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while setting where a group begins", interrupted);
    }
  }
}
