package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that lost power gets what it had lost behind what came meanwhile. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EarlyEventsIT {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @Inject Dispatcher dispatcher;
  @Inject Pool pool;

  private final String project = UUID.randomUUID().toString().replace("-", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void foldsEventsInTheOrderOfTheirNumbersInWhateverOrderTheyCome(long seed) throws Throwable {
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 20).boxed().toList());
    order.addAll(List.of(3L, 7L, 20L));
    Collections.shuffle(order, new Random(seed));
    for (int from = 0; from < order.size(); from += 5) {
      come(order.subList(from, Math.min(from + 5, order.size())));
    }

    assertThat(folded()).containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    assertThat(count("plumbing.early")).isZero();
    assertThat(count("plumbing.outbox")).isZero();
  }

  @Test
  void keepsWhatIsEarlyAndBuriesNothing() throws Throwable {
    come(List.of(1L, 4L, 5L));
    assertThat(folded()).containsExactly(1L);
    assertThat(count("plumbing.early")).isEqualTo(2);

    come(List.of(2L));
    come(List.of(3L));
    assertThat(folded()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(count("plumbing.early")).isZero();
    assertThat(count("plumbing.outbox")).isZero();
  }

  /** Garbage that claims the number of an event to come must not take its turn. */
  @Test
  void givesTheTurnToTheEventThatCanBeFolded() throws Throwable {
    come(List.of(1L));
    ConsumerRecord<String, byte[]> garbage = record(3);
    byte[] value =
        ("{\"vaultId\":\"" + UUID.randomUUID() + "\",\"createdAt\":0}")
            .getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<String, byte[]> poison =
        new ConsumerRecord<>(garbage.topic(), 0, 0, project, value);
    garbage.headers().forEach(poison.headers()::add);
    comeAll(List.of(poison));
    come(List.of(3L, 4L));
    come(List.of(2L));
    assertThat(folded()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(count("plumbing.early")).isZero();
  }

  /** Each is folded in its turn, and decided then, once. */
  @Test
  void decidesEventsOfAnotherServiceInTheirTurn() throws Throwable {
    comeAll(List.of(done(1, "s"), done(3, "s"), done(4, "s")));
    assertThat(names()).containsExactly("1 copies");
    comeAll(List.of(done(3, "s"), done(1, "s")));
    comeAll(List.of(done(2, "s"), done(4, "s")));
    assertThat(names()).containsExactly("1 copies", "2 copies", "3 copies", "4 copies");
    assertThat(count("plumbing.early")).isZero();
  }

  @Test
  void foldsAnEventWhoseDecisionKeepsFailingAndGoesOn() throws Throwable {
    comeAll(List.of(done(1, "s"), done(2, "poison"), done(3, "s")));
    assertThat(names()).containsExactly("1 copies", "given up", "3 copies");
    comeAll(List.of(done(2, "mended")));
    assertThat(names()).containsExactly("1 copies", "given up", "3 copies", "3 copies");
  }

  /** A group that loses its place reads a topic from the start, whose claims are long forgotten. */
  @Test
  void decidesNoEventAgainWhoseClaimIsForgotten() throws Throwable {
    comeAll(List.of(done(1, "s"), done(2, "s")));
    pool.preparedQuery("delete from plumbing.inbox where project = $1")
        .execute(Tuple.of(project))
        .await()
        .atMost(Duration.ofSeconds(5));
    comeAll(List.of(done(1, "s"), done(2, "s"), done(3, "s")));
    assertThat(names()).containsExactly("1 copies", "2 copies", "3 copies");
  }

  private void come(List<Long> seqs) throws Throwable {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (long seq : seqs) {
      records.add(record(seq));
    }
    comeAll(records);
  }

  private void comeAll(List<ConsumerRecord<String, byte[]>> records) throws Throwable {
    TopicPartition partition = new TopicPartition(records.get(0).topic(), 0);
    ConsumerRecords<String, byte[]> polled =
        new ConsumerRecords<>(Map.of(partition, records), Map.of());
    VertxContextSupport.subscribeAndAwait(() -> dispatcher.dispatch(polled));
  }

  private ConsumerRecord<String, byte[]> record(long seq) throws Exception {
    UUID id = UUID.randomUUID();
    return record(
        new VaultCreated(id, RawWire.named("v" + seq).settings(), List.of(), "user", TIME, null),
        id,
        seq);
  }

  /** The same every time. */
  private ConsumerRecord<String, byte[]> done(long seq, String snapshot) throws Exception {
    UUID id = DerivedId.of(DerivedId.of(new UUID(0, 0), project), "task " + seq);
    return record(new TaskSucceeded(id, snapshot, 1, 1, 0, TIME, List.of()), id, seq);
  }

  private ConsumerRecord<String, byte[]> record(Event event, UUID id, long seq) throws Exception {
    Catalogue.Entry entry = Catalogue.of(event);
    Envelope envelope =
        new Envelope(id, entry.type(), "test", null, TIME, project, seq, id, "u", "r", null);
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            entry.topic().topicName(), 0, seq, project, Json.MAPPER.writeValueAsBytes(event));
    EnvelopeHeaders.write(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private List<Long> folded() {
    return StreamSupport.stream(
            pool.preparedQuery("select seq from store.remembered where project = $1 order by seq")
                .execute(Tuple.of(project))
                .await()
                .atMost(Duration.ofSeconds(5))
                .spliterator(),
            false)
        .map(row -> row.getLong(0))
        .toList();
  }

  /** What was decided, in its order. */
  private List<String> names() {
    return StreamSupport.stream(
            pool.preparedQuery(
                    "select name from store.remembered"
                        + " where project = $1 and name <> 'copy' order by seq")
                .execute(Tuple.of(project))
                .await()
                .atMost(Duration.ofSeconds(5))
                .spliterator(),
            false)
        .map(row -> row.getString(0))
        .toList();
  }

  private long count(String table) {
    return pool.preparedQuery("select count(*) from " + table + " where project = $1")
        .execute(Tuple.of(project))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }
}
