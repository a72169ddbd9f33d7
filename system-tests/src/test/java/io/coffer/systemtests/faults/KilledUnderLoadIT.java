package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.client.Entry;
import io.coffer.systemtests.faults.client.Journal;
import io.coffer.systemtests.faults.client.JournalingClient;
import io.coffer.systemtests.stack.AnyWorker;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@AnyWorker
@ExtendWith(WholeStack.class)
class KilledUnderLoadIT {

  private static final int CLIENTS = 8;
  private static final int AT_LEAST = 100;
  private static final List<String> KILLED =
      List.of("vault-service", "postgres", "vault-service", "vault-service");
  private static final Duration BREATH = Duration.ofMillis(100);

  @Test
  void listsEveryAcknowledgedVaultOnce(RunningStack stack, @TempDir Path directory)
      throws Exception {
    JsonNode lettersBefore = stack.coffer("dlq", "list", "-o", "json").ok().json();
    Project project = Project.of(stack, "region-2");
    List<String> acknowledged;
    try (Journal journal = Journal.in(directory.resolve("journal.ndjson"))) {
      JournalingClient client = new JournalingClient(project, journal);
      AtomicBoolean enough = new AtomicBoolean();
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      List<? extends Future<?>> posting =
          IntStream.range(0, CLIENTS)
              .mapToObj(i -> clients.submit(() -> postUntil(enough, client)))
              .toList();
      for (String process : KILLED) {
        stack.kill(process);
        stack.up();
      }
      awaitAcknowledged(journal);
      enough.set(true);
      for (Future<?> each : posting) {
        each.get();
      }
      clients.shutdown();
      assertThat(journal.entries()).noneMatch(entry -> entry.status() == 500);
      acknowledged = acknowledged(journal);
    }

    List<String> listed =
        new Vaults(project).listed().stream().map(vault -> vault.path("id").asText()).toList();
    assertThat(acknowledged).doesNotHaveDuplicates();
    assertThat(listed).doesNotHaveDuplicates().containsAll(acknowledged);
    stack.coffer("replay", "verify").ok();
    assertThat(stack.coffer("dlq", "list", "-o", "json").ok().json()).isEqualTo(lettersBefore);
  }

  private static void postUntil(AtomicBoolean enough, JournalingClient client) {
    while (!enough.get()) {
      client.once("POST", "/vaults", Vaults.request("load " + UUID.randomUUID()));
      LockSupport.parkNanos(BREATH.toNanos());
    }
  }

  private static void awaitAcknowledged(Journal journal) {
    await().atMost(Vaults.TASK_LIMIT).until(() -> acknowledged(journal).size() >= AT_LEAST);
  }

  private static List<String> acknowledged(Journal journal) throws Exception {
    return journal.entries().stream()
        .filter(Entry::isAcknowledged)
        .map(entry -> entry.answer().at("/vault/id").asText())
        .toList();
  }
}
