package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cache.spi.CacheImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DispatchIT {

  @Inject Pool pool;
  @Inject Crash crash;
  @Inject Mutiny.SessionFactory sessions;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String project = UUID.randomUUID().toString().replace("-", "");
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
  void answersACommandAndPublishesItsEvent() throws Exception {
    UUID id = UUID.randomUUID();
    wire.send(id, project, "first");

    Incoming outcome = only("outcomes");
    assertThat(outcome.headers())
        .containsEntry("ce_subject", id.toString())
        .containsEntry("coffer-status", "200");
    assertThat(new String(outcome.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"first\"}");
    Incoming event = only("vault-events");
    assertThat(event.headers())
        .containsEntry("coffer-seq", "1")
        .containsEntry("ce_subject", DerivedId.vault(id).toString())
        .containsEntry("coffer-cause", id.toString());
    until(() -> outboxRows() == 0);
  }

  /** Events write into several tables in turn; each change of table would end a batch. */
  @Test
  void writesTheRowsOfATableTogether() {
    SessionFactoryOptions options =
        ((CacheImplementor) sessions.getCache()).getSessionFactory().getSessionFactoryOptions();
    assertThat(options.isOrderInsertsEnabled()).isTrue();
    assertThat(options.isOrderUpdatesEnabled()).isTrue();
  }

  @Test
  void countsTheEventsOfAProjectWithoutGaps() throws Exception {
    for (int i = 0; i < 200; i++) {
      wire.send(UUID.randomUUID(), project, i % 10 == 3 ? "refused" : "v" + i);
    }
    until(() -> wire.on("outcomes", project).size() == 200);
    until(() -> wire.on("vault-events", project).size() == 180);
    assertThat(
            wire.on("vault-events", project).stream()
                .map(e -> EnvelopeHeaders.read(e.headers()).seq()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 180).boxed().toList());
  }

  @Test
  void handlesADuplicateOnceAndAnswersItAgain() throws Exception {
    UUID id = UUID.randomUUID();
    wire.send(id, project, "twice");
    only("outcomes");
    wire.send(id, project, "twice");
    until(() -> wire.on("outcomes", project).size() == 2);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsOnly("200");
    assertThat(remembered()).isEqualTo(1);
  }

  @Test
  void refusesAnotherCommandUnderAUsedId() throws Exception {
    UUID id = UUID.randomUUID();
    wire.send(id, project, "one");
    only("outcomes");
    wire.send(id, project, "other");
    until(() -> wire.on("outcomes", project).size() == 2);
    assertThat(wire.on("outcomes", project).get(1).headers()).containsEntry("coffer-status", "400");
    assertThat(remembered()).isEqualTo(1);
  }

  @Test
  void survivesACrashAfterTheClaim() throws Exception {
    crash.at(Milestone.CLAIMED);
    wire.send(UUID.randomUUID(), project, "claimed");
    only("outcomes");
    until(() -> wire.on("vault-events", project).size() == 1);
    assertThat(remembered()).isEqualTo(1);
  }

  @Test
  void sendsAfterACrashBetweenCommitAndSending() throws Exception {
    crash.at(Milestone.COMMITTED);
    wire.send(UUID.randomUUID(), project, "committed");
    until(() -> wire.on("vault-events", project).size() == 1);
    until(() -> outboxRows() == 0);
    assertThat(remembered()).isEqualTo(1);
    wire.send(UUID.randomUUID(), project, "next");
    until(() -> wire.on("vault-events", project).size() == 2);
    assertThat(wire.on("vault-events", project))
        .extracting(r -> r.headers().get("coffer-seq"))
        .containsExactly("1", "2");
  }

  /** A follower takes a gap for a broken topic. */
  @Test
  void letsNothingOvertakeWhatACrashLeftUnsent() throws Exception {
    crash.at(Milestone.COMMITTED);
    for (int i = 0; i < 200; i++) {
      wire.send(UUID.randomUUID(), project, "v" + i);
    }
    until(() -> wire.on("vault-events", project).size() == 200);
    assertThat(wire.on("vault-events", project))
        .extracting(r -> EnvelopeHeaders.read(r.headers()).seq())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void goesOnWhereAnotherProcessLeftTheProject() throws Exception {
    wire.send(UUID.randomUUID(), project, "mine");
    until(() -> wire.on("vault-events", project).size() == 1);
    String theirs = "{\"coffer-seq\":\"2\",\"ce_id\":\"" + UUID.randomUUID() + "\"}";
    pool.preparedQuery(
            "with moved as (update plumbing.project set seq = 2 where project = $1)"
                + " insert into plumbing.outbox (project, topic, key, headers, payload)"
                + " values ($1, 'vault-events', $1, $2, '{}')")
        .execute(Tuple.of(project, theirs))
        .await()
        .atMost(Duration.ofSeconds(5));
    wire.send(UUID.randomUUID(), project, "mine again");
    until(() -> wire.on("vault-events", project).size() == 3);
    assertThat(wire.on("vault-events", project))
        .extracting(r -> r.headers().get("coffer-seq"))
        .containsExactly("1", "2", "3");
    assertThat(remembered()).isEqualTo(2);
  }

  @Test
  void sendsAgainWhatACrashLeftBetweenSendingAndForgetting() throws Exception {
    UUID id = UUID.randomUUID();
    wire.send(id, project, "sent");
    Incoming outcome = only("outcomes");
    pool.preparedQuery(
            "insert into plumbing.outbox (project, topic, key, headers, payload, added_at)"
                + " values ($1, 'outcomes', $1, $2, '{}', now() - interval '1 minute')")
        .execute(Tuple.of(project, "{\"ce_id\":\"" + outcome.headers().get("ce_id") + "\"}"))
        .await()
        .atMost(Duration.ofSeconds(5));
    until(() -> wire.on("outcomes", project).size() == 2);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("ce_id"))
        .containsOnly(outcome.headers().get("ce_id"));
    until(() -> outboxRows() == 0);
  }

  @Test
  void givesUpPoisonOnceAnswersItAndGoesOn() throws Exception {
    UUID poison = UUID.randomUUID();
    wire.send(UUID.randomUUID(), project, "before");
    wire.send(poison, project, "poison");
    wire.send(UUID.randomUUID(), project, "after");
    until(() -> wire.on("outcomes", project).size() == 3);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("200", "500", "200");
    assertThat(new String(wire.on("outcomes", project).get(1).value(), StandardCharsets.UTF_8))
        .contains("BackupService.9910");
    Incoming dead = only("vault-commands.dlq");
    assertThat(dead.headers().get("dlq-reason")).contains("this one always fails");
    assertThat(dead.headers())
        .containsEntry("ce_id", poison.toString())
        .containsEntry("dlq-topic", "vault-commands");
    assertThat(remembered()).isEqualTo(2);
  }

  /** A fact without an id ends each fold of its project. */
  @Test
  void writesNoFactThatIsAboutNothingWhoeverDecidesIt() throws Exception {
    wire.send(UUID.randomUUID(), project, "before");
    wire.send(UUID.randomUUID(), project, "nothing");
    wire.send(UUID.randomUUID(), project, "after");
    until(() -> wire.on("outcomes", project).size() == 3);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("200", "500", "200");
    assertThat(only("vault-commands.dlq").headers().get("dlq-reason"))
        .contains("a VaultCreated that has no vaultId");
    until(() -> wire.on("vault-events", project).size() == 2);
    assertThat(wire.on("vault-events", project))
        .extracting(r -> r.headers().get("coffer-seq"))
        .containsExactly("1", "2");
    assertThat(remembered()).isEqualTo(2);
  }

  @Test
  void decidesPoisonAnewWhenItIsHandedInAgain() throws Exception {
    UUID poison = UUID.randomUUID();
    wire.send(poison, project, "poison");
    only("outcomes");
    wire.send(poison, project, "poison");
    until(() -> wire.on("outcomes", project).size() == 2);
    until(() -> wire.on("vault-commands.dlq", project).size() == 2);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("500", "500");
  }

  @Test
  void setsAsideWhatIsNoMessageAndGoesOn() throws Exception {
    byte[] garbage = {0, (byte) 0xff, '{', 0};
    wire.send(project, Map.of("strange", "\0"), garbage);
    wire.send(project, Map.of(), null);
    wire.send(
        project,
        EnvelopeHeaders.write(RawWire.envelope(UUID.randomUUID(), "another", RawWire.named("x"))),
        garbage);
    wire.send(UUID.randomUUID(), project, "after");
    only("outcomes");
    until(() -> wire.on("vault-commands.dlq", project).size() == 3);
    assertThat(wire.on("vault-commands.dlq", project).get(0).value()).isEqualTo(garbage);
  }

  @Test
  void refusesWhatWouldNotFitIntoARecord() throws Exception {
    wire.send(UUID.randomUUID(), project, "x".repeat(899_990));
    Incoming outcome = only("outcomes");
    assertThat(outcome.headers()).containsEntry("coffer-status", "400");
    assertThat(remembered()).isZero();
  }

  @Test
  void keepsOrderAmongManyProjectsAtOnce() throws Exception {
    List<String> projects =
        IntStream.range(0, 8).mapToObj(i -> project.substring(0, 30) + "0" + i).toList();
    for (int i = 0; i < 160; i++) {
      wire.send(UUID.randomUUID(), projects.get(i % 8), "n" + i);
    }
    for (String one : projects) {
      until(() -> wire.on("vault-events", one).size() == 20);
      assertThat(
              wire.on("vault-events", one).stream()
                  .map(e -> EnvelopeHeaders.read(e.headers()).seq()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }
  }

  private Incoming only(String topic) {
    until(() -> !wire.on(topic, project).isEmpty());
    assertThat(wire.on(topic, project)).hasSize(1);
    return wire.on(topic, project).get(0);
  }

  private long remembered() {
    return count("select count(*) from store.remembered where project = $1");
  }

  private long outboxRows() {
    return count("select count(*) from plumbing.outbox where project = $1");
  }

  private long count(String sql) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(project))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(12)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
