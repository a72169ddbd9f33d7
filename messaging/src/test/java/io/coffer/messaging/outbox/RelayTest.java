package io.coffer.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<OutboxRow> ROWS = List.of(row(1), row(2), row(3));

  private final Table table = new Table();
  private final Producer producer = new Producer();

  /** A broker that comes back between two rows of a project must not turn their order around. */
  @Test
  void letsNothingOvertakeARowThatWasRefusedAtOnce() throws Exception {
    Relay relay = new Relay(table, producer, null);
    relay.start(new StartupEvent());
    await().atMost(PATIENCE).until(() -> table.swept);
    relay.handOver(ROWS, Set.of());
    await().atMost(PATIENCE).until(() -> producer.sent.size() >= ROWS.size());
    relay.stop(new ShutdownEvent());
    producer.close();

    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  @Test
  void sendsWhatWasNeverHandedOverBeforeTheRowsOfAProjectInDoubt() throws Exception {
    producer.refusing = false;
    Relay relay = new Relay(table, producer, null);
    relay.start(new StartupEvent());
    await().atMost(PATIENCE).until(() -> table.swept);
    relay.handOver(List.of(row(3)), Set.of("p"));
    await().atMost(PATIENCE).until(() -> producer.sent.size() >= ROWS.size());
    relay.stop(new ShutdownEvent());
    producer.close();

    assertThat(producer.sent).containsExactly("1", "2", "3");
  }

  private static OutboxRow row(long position) {
    String name = Long.toString(position);
    return new OutboxRow(position, new Outgoing("p", "events", name, Map.of(), new byte[0]));
  }

  /** Refuses one record, and takes all others without ever acknowledging them. */
  private static final class Producer extends OutboxProducer {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private boolean refusing = true;

    Producer() {
      super("127.0.0.1:1");
    }

    @Override
    void send(Outgoing outgoing, Runnable acknowledged, Consumer<Throwable> failed) {
      if (refusing) {
        refusing = false;
        failed.accept(new TimeoutException("no metadata"));
      } else {
        sent.add(outgoing.key());
      }
    }

    @Override
    boolean sendAndWait(Outgoing outgoing) {
      return sent.add(outgoing.key());
    }
  }

  /** All rows stay in it until they are known to be sent. */
  private static final class Table extends OutboxTable {
    private volatile boolean swept;

    Table() {
      super(null);
    }

    @Override
    List<String> projectsLeftBehind(List<Long> known, boolean all) {
      swept = true;
      return List.of();
    }

    @Override
    List<OutboxRow> rows(String project, List<Long> known) {
      return ROWS.stream().filter(row -> !known.contains(row.position())).toList();
    }

    @Override
    void delete(List<Long> positions) {
      throw new IllegalStateException("nothing is ever forgotten here");
    }
  }
}
