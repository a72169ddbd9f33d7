package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cache.spi.CacheImplementor;
import org.junit.jupiter.api.Test;

/** A message is handled once, in its turn, and answered. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DispatchIT extends DispatchScene {

  @Inject Dispatcher dispatcher;

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

  /** Each may order very much, and what a transaction makes is in memory until it ends. */
  @Test
  void decidesNoMoreThanSixtyFourInATransactionHoweverManyAPollBrought() throws Throwable {
    dispatch(polled(200));
    assertThat(count("select count(distinct xmin::text) from store.remembered where project = $1"))
        .isEqualTo(4);
    assertThat(remembered()).isEqualTo(200);
  }

  @Test
  void setsAsideWhatCannotBeReadRightBehindTheLastOfATransaction() throws Throwable {
    List<ConsumerRecord<String, byte[]>> records = polled(70);
    ConsumerRecord<String, byte[]> last = records.get(69);
    records.add(
        64, new ConsumerRecord<>(last.topic(), last.partition(), 70, project, new byte[] {1}));
    dispatch(records);
    assertThat(remembered()).isEqualTo(70);
    only("vault-commands.dlq");
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

  private List<ConsumerRecord<String, byte[]>> polled(int many) throws Exception {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      records.add(RawWire.polled(i, project, "v" + i));
    }
    return records;
  }

  private void dispatch(List<ConsumerRecord<String, byte[]>> records) throws Throwable {
    ConsumerRecord<String, byte[]> first = records.get(0);
    TopicPartition partition = new TopicPartition(first.topic(), first.partition());
    VertxContextSupport.subscribeAndAwait(
        () -> dispatcher.dispatch(new ConsumerRecords<>(Map.of(partition, records), Map.of())));
  }
}
