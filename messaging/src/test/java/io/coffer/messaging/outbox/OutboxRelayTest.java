package io.coffer.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.messaging.broker.BrokerConnection;
import io.coffer.messaging.milestone.Milestones;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FLUSHED = Duration.ofMillis(1_500);
  private static final List<OutboxRow> ROWS = List.of(row(1), row(2), row(3));

  private final Table table = new Table();
  private final Producer producer = new Producer();
  private final Broker broker = new Broker();
  private final OutboxRelay relay =
      new OutboxRelay(table, producer, broker, new Milestones(List.of()), FLUSHED);

  @BeforeEach
  void start() {
    relay.start(new StartupEvent());
    await().atMost(PATIENCE).until(() -> table.swept);
  }

  @AfterEach
  void stop() throws Exception {
    relay.stop(new ShutdownEvent());
    producer.close();
  }

  /** A broker that comes back between two rows of a project must not turn their order around. */
  @Test
  void letsNothingOvertakeARowThatWasRefusedAtOnce() {
    producer.refusing = true;
    commit(ROWS, Set.of());
    await().atMost(PATIENCE).until(() -> producer.sent.size() >= ROWS.size());

    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  @Test
  void sendsWhatWasNeverHandedOverBeforeTheRowsOfAProjectInDoubt() {
    table.rows.addAll(List.of(row(1), row(2)));
    commit(List.of(row(3)), Set.of("p"));
    await().atMost(PATIENCE).until(() -> producer.sent.size() >= ROWS.size());

    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  /** An acknowledgement is a promise of the broker's memory; only time is one of its disk. */
  @Test
  void keepsARowUntilTheBrokerHasFlushedIt() {
    producer.acknowledging = true;
    long start = System.nanoTime();
    commit(ROWS, Set.of());
    await().atMost(PATIENCE).until(() -> table.rows.isEmpty());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(FLUSHED);
    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  /** Twice: a follower may go on at an offset that the broker had lost, and miss as many. */
  @Test
  void sendsAllThatIsKeptAgainWhenTheBrokerHasBegunANewLife() {
    producer.acknowledging = true;
    commit(ROWS, Set.of());
    broker.life++;
    await().atMost(PATIENCE).until(() -> table.rows.isEmpty());

    assertThat(producer.sent).containsExactly("1", "2", "3", "1", "2", "3", "1", "2", "3");
  }

  @Test
  void forgetsNothingWhileTheBrokerDoesNotSayHowItIs() {
    producer.acknowledging = true;
    broker.silent = true;
    commit(ROWS, Set.of());
    int asked = broker.asked;
    await().atMost(PATIENCE).until(() -> broker.asked > asked + 3);
    assertThat(table.rows).hasSize(3);

    broker.silent = false;
    await().atMost(PATIENCE).until(() -> table.rows.isEmpty());
    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  private void commit(List<OutboxRow> rows, Set<String> inDoubt) {
    table.rows.addAll(rows);
    relay.handOver(rows, inDoubt);
  }

  private static OutboxRow row(long position) {
    String name = Long.toString(position);
    return new OutboxRow(position, new Outgoing("p", "events", name, Map.of(), new byte[0]));
  }

  /** A broker that can begin a new life, or say nothing. */
  private static final class Broker extends Epochs {
    private volatile int life;
    private volatile int asked;
    private volatile boolean silent;

    Broker() {
      super(new BrokerConnection(Map.of("bootstrap.servers", "127.0.0.1:1")));
    }

    @Override
    Map<TopicPartition, Integer> now() {
      asked++;
      if (silent) {
        throw new KafkaException("silent");
      }
      return Map.of(new TopicPartition("events", 0), life);
    }
  }

  /** Refuses one record if told to, takes all others, and acknowledges them if told to. */
  private static final class Producer extends OutboxProducer {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile boolean acknowledging;

    Producer() {
      super(new BrokerConnection(Map.of("bootstrap.servers", "127.0.0.1:1")));
    }

    @Override
    void send(Outgoing outgoing, Runnable acknowledged, Consumer<Throwable> failed) {
      if (refusing) {
        refusing = false;
        failed.accept(new TimeoutException("no metadata"));
      } else {
        sent.add(outgoing.key());
        if (acknowledging) {
          acknowledged.run();
        }
      }
    }

    @Override
    boolean sendAndWait(Outgoing outgoing) {
      return sent.add(outgoing.key());
    }
  }

  private static final class Table extends OutboxTable {
    private final List<OutboxRow> rows = new CopyOnWriteArrayList<>();
    private volatile boolean swept;

    Table() {
      super(null);
    }

    @Override
    Map<Long, String> olderThan(Duration age) {
      swept = true;
      return Map.of();
    }

    @Override
    List<OutboxRow> rows(Optional<String> project, long after) {
      return rows.stream().filter(row -> row.position() > after).toList();
    }

    @Override
    void delete(List<Long> positions) {
      rows.removeIf(row -> positions.contains(row.position()));
    }
  }
}
