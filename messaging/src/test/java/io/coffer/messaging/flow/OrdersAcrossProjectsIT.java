package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class OrdersAcrossProjectsIT {

  @Inject Crash crash;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String here = UUID.randomUUID().toString().replace("-", "");
  private final String there = UUID.randomUUID().toString().replace("-", "");
  private RawWire wire;

  @BeforeEach
  void open() {
    wire = new RawWire(bootstrapServers);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void letsTwoProjectsOrderEachOtherAtOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      wire.send(UUID.randomUUID(), here, NeighbourHandler.ask(there, "order " + i));
      wire.send(UUID.randomUUID(), there, NeighbourHandler.ask(here, "order " + i));
    }
    assertThat(orders(here, 120)).isEqualTo(numbered(60));
    assertThat(orders(there, 120)).isEqualTo(numbered(60));
  }

  @Test
  void ordersAfterACrashOnceAndInOrder() throws Exception {
    crash.at(Milestone.COMMITTED);
    for (int i = 0; i < 40; i++) {
      wire.send(UUID.randomUUID(), here, NeighbourHandler.ask(there, "order " + i));
    }
    assertThat(orders(there, 40)).isEqualTo(numbered(40));
    assertThat(orders(here, 40)).isEmpty();
  }

  @Test
  void ordersOnceWhatIsAskedTwice() throws Exception {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      wire.send(id, here, NeighbourHandler.ask(there, "order 0"));
    }
    wire.send(UUID.randomUUID(), here, NeighbourHandler.ask(there, "order 1"));
    assertThat(orders(there, 2)).isEqualTo(numbered(2));
    assertThat(wire.on("outcomes", here)).hasSize(4);
  }

  /** What a project was ordered to remember, once it has so many facts: these without a gap. */
  private List<String> orders(String project, int facts) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> wire.on("vault-events", project).size() >= facts);
    List<Received> events = wire.on("vault-events", project).stream().map(Received::read).toList();
    assertThat(events)
        .extracting(event -> event.envelope().seq())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, facts).boxed().toList());
    List<String> names = new ArrayList<>();
    events.forEach(event -> names.add(((VaultCreated) event.message()).settings().name()));
    return names.stream().filter(name -> name.startsWith("order")).toList();
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "order " + i).toList();
  }
}
