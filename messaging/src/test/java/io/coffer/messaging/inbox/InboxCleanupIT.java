package io.coffer.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class InboxCleanupIT {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject InboxCleanup cleanup;
  @Inject Pool pool;

  private final String project = UUID.randomUUID().toString().replace("-", "");

  @Test
  void forgetsACommandAfterThreeWeeks() throws Throwable {
    assertThat(stays("vault-commands", 20, false)).isTrue();
    assertThat(stays("vault-commands", 22, false)).isFalse();
  }

  @Test
  void keepsWhatWasGivenUpOnForAsLongAsItCanBeHandedInAgain() throws Throwable {
    assertThat(stays("vault-commands", 91, true)).isTrue();
    assertThat(stays("vault-commands", 98, true)).isFalse();
  }

  @Test
  void keepsForEverWhatNothingElseKnowsToBeDecided() throws Throwable {
    assertThat(stays("policy-events", 4000, false)).isTrue();
    assertThat(stays("task-events", 22, false)).isFalse(); // folded: its number tells
  }

  private boolean stays(String topic, int days, boolean abandoned) throws Throwable {
    UUID id = UUID.randomUUID();
    pool.preparedQuery(
            "insert into plumbing.inbox (message_id, project, topic, received_at, sha256, abandoned)"
                + " values ($1, $2, $3, now() - $4 * interval '1 day', '', $5)")
        .execute(Tuple.of(id, project, topic, days, abandoned))
        .await()
        .atMost(LIMIT);
    VertxContextSupport.subscribeAndAwait(cleanup::forgetOldClaims);
    return pool.preparedQuery("select 1 from plumbing.inbox where message_id = $1")
            .execute(Tuple.of(id))
            .await()
            .atMost(LIMIT)
            .size()
        == 1;
  }
}
