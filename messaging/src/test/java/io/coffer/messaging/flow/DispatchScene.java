package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.testing.Crash;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A project of its own for each test of what becomes of messages, and what is to be seen of it. */
abstract class DispatchScene {

  @Inject Pool pool;
  @Inject Crash crash;
  @Inject Mutiny.SessionFactory sessions;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  final String project = UUID.randomUUID().toString().replace("-", "");
  RawWire wire;

  @BeforeEach
  void open() {
    wire = new RawWire(bootstrapServers);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  Incoming only(String topic) {
    until(() -> !wire.on(topic, project).isEmpty());
    assertThat(wire.on(topic, project)).hasSize(1);
    return wire.on(topic, project).get(0);
  }

  long remembered() {
    return count("select count(*) from store.remembered where project = $1");
  }

  long outboxRows() {
    return count("select count(*) from plumbing.outbox where project = $1");
  }

  long count(String sql) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(project))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }

  static void until(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(12)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
