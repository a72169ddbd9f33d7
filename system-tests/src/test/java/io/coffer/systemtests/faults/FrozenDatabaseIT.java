package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.AnyWorker;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that neither answers nor is gone. */
@AnyWorker
@ExtendWith(WholeStack.class)
class FrozenDatabaseIT {

  private static final Duration READINESS = Duration.ofSeconds(6);
  private static final Duration CALL = Duration.ofSeconds(14);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void endsEveryCallWithinItsTime(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-1");
    new Vaults(project).create("before the frost");
    stack.signalAll("postgres", "STOP");
    try {
      List<CompletableFuture<Long>> calls = new ArrayList<>();
      for (String service : List.of("api-gateway", "vault-service", "backup-worker")) {
        assertThat(isReady(stack, service)).isFalse();
      }
      calls.add(timed(() -> project.get("/vaults")));
      calls.add(timed(() -> project.get("/operation-logs")));
      calls.add(timed(() -> project.post("/vaults", Vaults.request("in the frost"))));
      for (CompletableFuture<Long> call : calls) {
        assertThat(Duration.ofNanos(call.join())).isLessThan(CALL);
      }
      long start = System.nanoTime();
      assertThat(stack.coffer("vault", "list").exit()).isNotZero(); // takes a token first
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CALL);
    } finally {
      stack.signalAll("postgres", "CONT");
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> isReady(stack, "api-gateway"));
    await().atMost(Duration.ofSeconds(30)).until(() -> isReady(stack, "vault-service"));
    assertThat(new Vaults(project).create("after the frost")).isNotEmpty();
  }

  private static CompletableFuture<Long> timed(Supplier<Reply> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          long start = System.nanoTime();
          assertThat(call.get().status()).isIn(503, 504);
          return System.nanoTime() - start;
        });
  }

  private boolean isReady(RunningStack stack, String service) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + stack.port(service) + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(READINESS).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
