package io.coffer.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.cli.stack.KafkaClient;
import io.coffer.contracts.Topic;
import io.coffer.local.SharedStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

  private final SharedStack stack = SharedStack.join();
  private final String key = UUID.randomUUID().toString();
  private final String back = "dlq-test-" + key;

  @Test
  void aRetriedLetterGoesBackAsItWasAndIsNotListedAgain() throws Exception {
    stack.createTopics(1, back);
    send("one");
    send("two");
    try (DeadLetters letters =
        new DeadLetters(new KafkaClient(Map.of("bootstrap.servers", stack.kafkaBootstrap())))) {
      List<DeadLetterRecord> mine = mine(letters);
      assertThat(mine).hasSize(2);
      assertThat(mine.get(1).reason()).isEqualTo("because");
      letters.retry(List.of(mine.get(1)));
      assertThat(mine(letters))
          .extracting(DeadLetterRecord::place)
          .containsExactly(mine.get(0).place());
    }
    try (DeadLetters later =
        new DeadLetters(new KafkaClient(Map.of("bootstrap.servers", stack.kafkaBootstrap())))) {
      assertThat(mine(later)).singleElement().satisfies(l -> assertThat(text(l)).isEqualTo("one"));
    }
    ConsumerRecord<String, String> arrived = firstOfOriginalTopic();
    assertThat(arrived.key()).isEqualTo(key);
    assertThat(arrived.value()).isEqualTo("two");
    assertThat(arrived.headers()).extracting(Header::key).containsExactly("ce_id");
  }

  private List<DeadLetterRecord> mine(DeadLetters letters) throws Exception {
    return letters.waiting().stream()
        .filter(letter -> letter.key().equals(key))
        .sorted((a, b) -> Long.compare(a.record().offset(), b.record().offset()))
        .toList();
  }

  private static String text(DeadLetterRecord letter) {
    return new String(letter.record().value(), StandardCharsets.UTF_8);
  }

  private void send(String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(Topic.BILLING_COMMANDS.deadLetterName(), bytes(key), bytes(value));
      record.headers().add("ce_id", bytes("x"));
      record.headers().add("dlq-reason", bytes("because"));
      record.headers().add("dlq-topic", bytes(back));
      producer.send(record).get();
    }
  }

  private ConsumerRecord<String, String> firstOfOriginalTopic() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(back, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).iterator().next();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
