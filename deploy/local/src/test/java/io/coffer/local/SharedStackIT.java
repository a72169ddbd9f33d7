package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SharedStackIT {

  private final SharedStack stack = SharedStack.join();

  @Test
  void handsOutAnEmptyDatabase() throws Exception {
    String database = stack.createDatabase("local");
    try (Connection connection =
            DriverManager.getConnection(stack.jdbcUrl(database), stack.user(), stack.password());
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from information_schema.tables where table_schema = 'public'")) {
      tables.next();
      assertThat(tables.getInt(1)).isZero();
    }
    stack.dropDatabase(database);
  }

  @Test
  void givesBackWhatWasSent() {
    String topic = "local-" + UUID.randomUUID();
    stack.createTopics(1, topic);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value"));
    }
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(10));
      assertThat(records).singleElement().satisfies(r -> assertThat(r.value()).isEqualTo("value"));
    }
  }

  @Test
  void everybodyJoinsTheSameStack() {
    assertThat(SharedStack.join().kafkaBootstrap()).isEqualTo(stack.kafkaBootstrap());
  }
}
