package io.coffer.gateway.organizationpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Topic;
import io.coffer.contracts.policy.OrganizationPolicyCommand.DeclareProjects;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.gateway.stack.GatewayStack;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class AccountProjectsIT {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = "test.domain")
  String domain;

  @ConfigProperty(name = "test.project")
  String project;

  @ConfigProperty(name = "test.second")
  String second;

  @ConfigProperty(name = "test.foreign")
  String foreign;

  @ConfigProperty(name = "coffer.credentials-file")
  Path credentials;

  @Test
  void declaresTheProjectsOfAnAccountAndOfItsMembersWhenItStarts() throws IOException {
    List<DeclareProjects> declared = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.POLICY_COMMANDS.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(
                        record -> {
                          if (record.key().equals(domain)
                              && Received.read(Incoming.of(record)).message()
                                  instanceof DeclareProjects all) {
                            declared.add(all);
                          }
                        });
                return !declared.isEmpty();
              });
    }
    assertThat(declared.get(0).projects())
        .extracting(OrganizationProject::projectId)
        .containsExactlyInAnyOrder(project, second, foreign);
    assertThat(declared.get(0).asOf())
        .isEqualTo(
            Files.getLastModifiedTime(credentials).toInstant().truncatedTo(ChronoUnit.MILLIS));
    assertThat(declared.get(0).projects())
        .extracting(OrganizationProject::domainName)
        .containsOnly("one", "two");
  }
}
