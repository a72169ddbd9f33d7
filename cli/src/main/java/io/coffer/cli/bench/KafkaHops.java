package io.coffer.cli.bench;

import io.coffer.cli.stack.KafkaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Two hops from a producer to a consumer on one topic: there on one partition, back on the other.
 * Nothing that is asked over Kafka can be quicker.
 */
final class KafkaHops implements AutoCloseable {

  private static final String TOPIC = "coffer-bench";
  private static final int THERE = 0;
  private static final int BACK = 1;
  private static final long LONGEST_SECONDS = 60;
  private static final byte[] PAYLOAD = new byte[500];
  private static final Duration POLL = Duration.ofMillis(100);

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final SynchronousQueue<Boolean> returned = new SynchronousQueue<>();
  private final List<Thread> threads;
  private volatile boolean closed;

  KafkaHops(KafkaClient client) throws Exception {
    admin = Admin.create(client.settings());
    if (!admin.listTopics().names().get().contains(TOPIC)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
    }
    producer =
        new KafkaProducer<>(
            client.with(Map.of("acks", "all", "linger.ms", 0)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    threads =
        List.of(
            reader(client, THERE, () -> send(BACK)),
            reader(client, BACK, () -> returned.offer(true, 1, TimeUnit.SECONDS)));
    threads.forEach(Thread::start);
  }

  /** Goes there and back once. */
  void roundTrip() throws InterruptedException {
    send(THERE);
    if (returned.poll(LONGEST_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException(
          "A record did not come back within " + LONGEST_SECONDS + " s");
    }
  }

  @Override
  public void close() throws Exception {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
    producer.close();
    admin.deleteTopics(List.of(TOPIC)).all().get();
    admin.close();
  }

  private interface Reaction {
    Object run() throws InterruptedException;
  }

  private Object send(int partition) {
    return producer.send(new ProducerRecord<>(TOPIC, partition, null, PAYLOAD));
  }

  private Thread reader(KafkaClient client, int partition, Reaction reaction) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            client.with(Map.of("enable.auto.commit", false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition assigned = new TopicPartition(TOPIC, partition);
    consumer.assign(List.of(assigned));
    consumer.seekToEnd(List.of(assigned));
    consumer.position(assigned);
    return new Thread(() -> read(consumer, reaction), "hop-" + partition);
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, Reaction reaction) {
    try (consumer) {
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          reaction.run();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
