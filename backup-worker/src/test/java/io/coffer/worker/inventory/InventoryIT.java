package io.coffer.worker.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.inventory.InventoryEvent;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two workers look at one cloud. */
class InventoryIT {

  @Test
  void saysOnceWhatAppearsChangesAndVanishes() throws Exception {
    try (WorkerStack stack = new WorkerStack();
        Tenant tenant = new Tenant(stack.bootstrap())) {
      Cloud server = new Cloud(stack.home(), tenant.project());
      for (String worker : List.of("backup-worker-1", "backup-worker-2")) {
        stack.worker(worker, "COFFER_WORKER_INVENTORY_POLL", "0.2S").ready();
      }
      seen(tenant, 1);

      server.random(1000, 1);
      List<ResourcesSeen> grown = seen(tenant, 2);
      assertThat(grown.get(1).resources())
          .extracting(one -> one.facts().id())
          .containsExactlyInAnyOrder(server.id(), server.volume(0));

      server.tag("k", "v");
      TaggedResource tagged = seen(tenant, 3).get(2).resources().get(0);
      assertThat(tagged.facts().id()).isEqualTo(server.id());
      assertThat(tagged.tags()).containsExactly(new Tag("k", "v"));

      server.vanish();
      ResourcesVanished gone = (ResourcesVanished) said(tenant, 4).get(3);
      assertThat(gone.resourceIds()).containsExactlyInAnyOrder(server.id(), server.volume(0));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(3))
          .until(() -> tenant.inventory().size() == 4);

      Cloud last = new Cloud(stack.home(), tenant.project());
      said(tenant, 5);
      remove(stack.home().resolve("cloud").resolve(tenant.project()));
      ResourcesVanished all = (ResourcesVanished) said(tenant, 6).get(5);
      assertThat(all.resourceIds()).containsExactly(last.id());
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(folder)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }

  private static List<ResourcesSeen> seen(Tenant tenant, int times) {
    return said(tenant, times).stream().map(ResourcesSeen.class::cast).toList();
  }

  private static List<InventoryEvent> said(Tenant tenant, int times) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(tenant::inventory, said -> said.size() >= times);
  }
}
