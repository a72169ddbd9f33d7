package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nothing is lost, doubled or overtaken where a service crashes or another goes on. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CrashedDispatchIT extends DispatchScene {

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
}
