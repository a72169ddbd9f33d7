package io.coffer.systemtests.faults.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight clients make vaults for two seconds. Half of them ask each time until they know; the others
 * ask once, and then for the next vault.
 */
final class CreatedVaults implements Scene {

  private static final int CLIENTS = 8;
  private static final Duration LENGTH = Duration.ofSeconds(2);
  private static final Duration BREATH = Duration.ofMillis(50);

  private final Stage stage;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  CreatedVaults(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void play() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        all.add(threads.submit(() -> create(number)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public String vault() {
    return "";
  }

  @Override
  public void ended() {
    List<String> names =
        stage.vaults().listed().stream()
            .map(vault -> vault.path("name").asText())
            .filter(asked::contains)
            .toList();
    assertThat(names).as("vaults that were asked for").doesNotHaveDuplicates();
    assertThat(names).as("vaults that were acknowledged").containsAll(acknowledged);
  }

  @Override
  public List<Kept> kept() {
    return List.of();
  }

  private void create(int client) {
    long end = System.nanoTime() + LENGTH.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      String name = stage.name() + "-" + client + "-" + i;
      asked.add(name);
      JsonNode body = Vaults.request(name);
      Optional<Reply> reply =
          client % 2 == 0
              ? Optional.of(stage.client().patiently("POST", "/vaults", body))
              : stage.client().once("POST", "/vaults", body);
      if (reply.filter(answer -> answer.status() == 200).isPresent()) {
        acknowledged.add(name);
      }
      LockSupport.parkNanos(BREATH.toNanos());
    }
  }
}
