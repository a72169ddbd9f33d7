package io.coffer.local;

import io.coffer.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Coffer's topics on a broker: what {@link Topic} promises, made true. */
public final class Topics {

  private static final short ONE_COPY = 1;

  private Topics() {}

  /** Every topic and its dead letters as a one-machine stack has them. */
  public static List<NewTopic> all(String prefix) {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      topics.add(topic(prefix + topic.topicName(), topic.partitions(), topic.retention()));
      topics.add(
          topic(
              prefix + topic.deadLetterName(),
              topic.partitions(),
              Optional.of(Topic.DEAD_LETTERS_KEPT)));
    }
    return topics;
  }

  /** Makes what is missing and corrects retention; partition counts are never changed. */
  public static void create(String bootstrapServers, String prefix) {
    create(Map.of("bootstrap.servers", bootstrapServers), all(prefix));
  }

  static List<NewTopic> named(int partitions, List<String> names) {
    return names.stream().map(name -> topic(name, partitions, Optional.empty())).toList();
  }

  static void create(Map<String, Object> client, Collection<NewTopic> wanted) {
    try (Admin admin = Admin.create(client)) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
      if (!missing.isEmpty()) {
        admin.createTopics(missing).all().get();
      }
      Map<ConfigResource, Collection<AlterConfigOp>> retention = new HashMap<>();
      for (NewTopic topic : wanted) {
        if (present.contains(topic.name())) {
          retention.put(
              new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
              topic.configs().entrySet().stream()
                  .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                  .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                  .toList());
        }
      }
      if (!retention.isEmpty()) {
        admin.incrementalAlterConfigs(retention).all().get();
      }
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw new LocalStackException("Cannot create topics", failed.getCause());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while creating topics", interrupted);
    }
  }

  private static NewTopic topic(String name, int partitions, Optional<Duration> retention) {
    String millis = retention.map(kept -> Long.toString(kept.toMillis())).orElse("-1");
    return new NewTopic(name, partitions, ONE_COPY)
        .configs(
            new TreeMap<>(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    millis,
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "-1")));
  }
}
