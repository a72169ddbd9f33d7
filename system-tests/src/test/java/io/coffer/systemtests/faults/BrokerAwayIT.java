package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.SlowWorker;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@SlowWorker
@ExtendWith(WholeStack.class)
class BrokerAwayIT {

  private static final int VOLUME = 24 << 20;
  private static final int MANY = 16;
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("coffer.faults.away", 15));

  @Test
  void finishesWhatRunsAndAsksCallersToComeBack(RunningStack stack) throws Exception {
    SlowBackup backup = SlowBackup.start(stack, "no broker", VOLUME);
    await().atMost(Duration.ofSeconds(60)).until(() -> backup.status().equals("running"));

    stack.kill("kafka");
    try {
      long until = System.nanoTime() + AWAY.toNanos();
      Path repository = stack.home().resolve("repositories").resolve(backup.vault());
      while (System.nanoTime() < until || snapshots(repository) == 0) {
        Reply reply = backup.project().post("/vaults", Vaults.request("too late"));
        reply.expect(503);
        assertThat(reply.retryAfter()).isNotEmpty();
        assertThat(backup.status()).isEqualTo("running");
      }
    } finally {
      stack.up();
    }

    backup.vaults().succeeded(backup.task());
    backup.vaults().create("in time");
  }

  /**
   * Whoever sends clients to gateways must learn soon that this one can do nothing for them; and
   * one that waits for the broker on a thread that others need would make them wait in turn.
   */
  @Test
  void isNotReadyWithinSecondsAndTurnsManyCallersAwayAsFastAsOne(RunningStack stack) {
    Project project = Project.of(stack, "region-1");
    assertThat(isReady(stack)).isTrue();
    stack.kill("kafka");
    try {
      await().atMost(Duration.ofSeconds(10)).until(() -> !isReady(stack));
      turnedAway(project, 1);
      long one = turnedAway(project, 1);
      assertThat(turnedAway(project, MANY)).isLessThan(3 * one);
    } finally {
      stack.up();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> isReady(stack));
  }

  private static boolean isReady(RunningStack stack) {
    URI uri = URI.create("http://127.0.0.1:" + stack.port("api-gateway") + "/q/health/ready");
    try {
      return HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** How many nanoseconds it takes until so many at once have their refusals. */
  private static long turnedAway(Project project, int callers) {
    long start = System.nanoTime();
    project
        .postTogether(
            Collections.nCopies(callers, "/vaults"),
            Collections.nCopies(callers, Vaults.request("too late")))
        .forEach(reply -> reply.expect(503));
    return System.nanoTime() - start;
  }

  private static long snapshots(Path repository) throws Exception {
    try (Stream<Path> files = Files.list(repository.resolve("snapshots"))) {
      return files.count();
    }
  }
}
