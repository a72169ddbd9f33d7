package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody on this machine reaches the broker's ports; only who has a secret gets further. */
class GuardedBrokerIT {

  @TempDir private static Path directory;
  private static Map<String, KafkaLogin> logins;
  private static BrokerSettings settings;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    logins =
        TopicAccess.principals().stream()
            .collect(
                Collectors.toMap(
                    name -> name,
                    name -> new KafkaLogin(name, UUID.randomUUID().toString().replace("-", ""))));
    List<Integer> ports = Ports.free(2);
    settings = new BrokerSettings(directory.resolve("data"), ports.get(0), ports.get(1), logins);
    broker = KafkaBroker.start(settings);
    Topics.create(settings.clientSettings(), Topics.all(""));
    AccessRules.grant(settings.clientSettings());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everyServiceReadsAndWritesWhatIsItsOwn() throws Exception {
    for (TopicAccess access : TopicAccess.ALL) {
      KafkaLogin login = logins.get(access.service());
      for (Topic topic : access.writes()) {
        write(login, topic.topicName());
      }
      for (Topic topic : access.reads()) {
        read(login, topic, access.service());
        write(login, topic.deadLetterName());
      }
    }
  }

  @Test
  void noServiceReachesWhatIsAnothers() {
    for (TopicAccess access : TopicAccess.ALL) {
      KafkaLogin login = logins.get(access.service());
      for (Topic topic : Topic.values()) {
        if (!access.writes().contains(topic)) {
          assertThatThrownBy(() -> write(login, topic.topicName()))
              .as("%s writes %s", access.service(), topic)
              .hasCauseInstanceOf(AuthorizationException.class);
        }
        if (!access.reads().contains(topic)) {
          assertThatThrownBy(() -> read(login, topic, access.service()))
              .as("%s reads %s", access.service(), topic)
              .isInstanceOf(AuthorizationException.class);
        }
      }
    }
  }

  @Test
  void noServiceReadsInTheNameOfAnother() {
    assertThatThrownBy(
            () -> read(logins.get("billing-service"), Topic.VAULT_EVENTS, "policy-scheduler"))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void noServiceChangesTheRules() {
    for (TopicAccess access : TopicAccess.ALL) {
      assertThatThrownBy(() -> AccessRules.grant(client(logins.get(access.service()), 0)))
          .hasMessageContaining("who may use which topic");
    }
  }

  @Test
  void strangersAreTurnedAwayAtBothPorts() {
    String secret = logins.get("broker").secret();
    for (KafkaLogin stranger :
        List.of(
            new KafkaLogin("operator", "x".repeat(32)),
            new KafkaLogin("operator", logins.get("vault-service").secret()),
            new KafkaLogin("nobody", secret),
            new KafkaLogin("", ""))) {
      assertThatThrownBy(() -> topics(client(stranger, settings.port())))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
    for (int port : List.of(settings.port(), settings.controllerPort())) {
      Map<String, Object> plain = client(new KafkaLogin("", ""), port);
      plain.put("security.protocol", "PLAINTEXT");
      assertThatThrownBy(() -> topics(plain)).isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void theControllerKnowsOnlyTheBroker() {
    Map<String, Object> service = client(logins.get("operator"), settings.controllerPort());
    service.put("bootstrap.controllers", service.remove("bootstrap.servers"));
    assertThatThrownBy(() -> describe(service))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
    Map<String, Object> itself = client(logins.get("broker"), settings.controllerPort());
    itself.put("bootstrap.controllers", itself.remove("bootstrap.servers"));
    assertThatCode(() -> describe(itself)).doesNotThrowAnyException();
  }

  private static void write(KafkaLogin login, String topic) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(login, 0), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get();
    }
  }

  private static void read(KafkaLogin login, Topic topic, String group) {
    Map<String, Object> client = client(login, 0);
    client.put("group.id", group);
    client.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic.topicName(), 0);
      consumer.assign(List.of(partition));
      consumer.poll(Duration.ofMillis(50));
      consumer.position(partition);
      consumer.commitSync();
    }
  }

  private static void topics(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      assertThat(admin.listTopics().names().get()).isNotEmpty();
    }
  }

  private static void describe(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      assertThat(admin.describeMetadataQuorum().quorumInfo().get().leaderId()).isEqualTo(1);
    }
  }

  private static Map<String, Object> client(KafkaLogin login, int port) {
    Map<String, Object> client = new HashMap<>(login.settings());
    client.put("bootstrap.servers", "127.0.0.1:" + (port == 0 ? settings.port() : port));
    client.put("default.api.timeout.ms", 3000);
    client.put("request.timeout.ms", 2000);
    client.put("max.block.ms", 3000);
    client.put("delivery.timeout.ms", 3000);
    return client;
  }
}
