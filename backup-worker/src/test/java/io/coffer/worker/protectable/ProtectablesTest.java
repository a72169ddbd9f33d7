package io.coffer.worker.protectable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtectablesTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final ProtectableQuery query = new ProtectableQuery();

  @Test
  void listsNewestFirstThenById() {
    List<Server> servers =
        List.of(server("b", 0, "ACTIVE"), server("a", 0, "ACTIVE"), server("c", 5, "ACTIVE"));
    assertThat(ids(Protectables.all("server", Inventory.of(servers))))
        .containsExactly("c", "a", "b");
    assertThat(ids(Protectables.all("disk", Inventory.of(servers))))
        .containsExactly("c-0", "a-0", "b-0");
    assertThat(Protectables.all("turbo", Inventory.of(servers))).isEmpty();
  }

  @Test
  void narrowsByEveryFilter() {
    List<Protectable> disks =
        Protectables.all(
            "disk", Inventory.of(List.of(server("a", 0, "ACTIVE"), server("b", 0, "ERROR"))));
    query.serverId = "b";
    assertThat(ids(Protectables.page(disks, query))).containsExactly("b-0");
    query.serverId = null;
    query.id = "a-0";
    assertThat(ids(Protectables.page(disks, query))).containsExactly("a-0");
    query.status = "IN-USE";
    assertThat(ids(Protectables.page(disks, query))).containsExactly("a-0");
    query.name = "other";
    assertThat(Protectables.page(disks, query)).isEmpty();
  }

  @Test
  void pagesAtMostFiftyByOffsetOrMarker() {
    List<Server> servers = new ArrayList<>();
    IntStream.range(100, 220).forEach(i -> servers.add(server("s" + i, 0, "ACTIVE")));
    List<Protectable> all = Protectables.all("server", Inventory.of(servers));
    query.limit = 1000;
    assertThat(Protectables.page(all, query)).hasSize(50);
    assertThat(Protectables.count(all, query)).isEqualTo(120);
    query.offset = 100;
    assertThat(ids(Protectables.page(all, query))).hasSize(20).startsWith("s200");
    query.offset = 120;
    assertThat(Protectables.page(all, query)).isEmpty();
    query.offset = null;
    query.limit = 2;
    query.marker = "s150";
    assertThat(ids(Protectables.page(all, query))).containsExactly("s151", "s152");
    query.marker = "nobody";
    assertThat(Protectables.page(all, query)).isEmpty();
  }

  @Test
  void showsAServerWithItsDisksAsClientsReadIt() {
    JsonNode json =
        Protectables.all("server", Inventory.of(List.of(server("a", 0, "ACTIVE")))).get(0).json();
    assertThat(json.path("type").asText()).isEqualTo("OS::Nova::Server");
    assertThat(json.path("size").isInt()).isTrue();
    assertThat(json.path("children").isArray()).isTrue();
    assertThat(json.path("children").get(0).path("children").isArray()).isTrue();
    assertThat(json.path("detail").isObject()).isTrue();
    assertThat(json.path("detail").path("created").asText())
        .isEqualTo("2026-01-01T00:00:00.000+00:00");
    assertThat(json.path("protectable").path("result").asBoolean()).isTrue();
    assertThat(json.path("protectable").path("code").isTextual()).isTrue();
    assertThat(json.path("protectable").has("vault")).isFalse();
  }

  @Test
  void reachesEveryOneByOffsetAndByMarkerAndCountsThemOnEachPage() {
    List<Server> servers = new ArrayList<>();
    IntStream.range(0, 130)
        .forEach(i -> servers.add(server("s" + i, i % 7, i % 2 == 0 ? "ACTIVE" : "ERROR")));
    List<Protectable> all = Protectables.all("server", Inventory.of(servers));
    query.status = "active";
    List<String> byOffset = new ArrayList<>();
    List<String> byMarker = new ArrayList<>();
    for (query.offset = 0; query.offset < 65; query.offset += 20) {
      query.limit = 20;
      byOffset.addAll(ids(Protectables.page(all, query)));
      assertThat(Protectables.count(all, query)).isEqualTo(65);
    }
    query.offset = null;
    while (byMarker.size() < 65) {
      byMarker.addAll(ids(Protectables.page(all, query)));
      query.marker = byMarker.get(byMarker.size() - 1);
      assertThat(Protectables.count(all, query)).isEqualTo(65);
    }
    assertThat(Protectables.page(all, query)).isEmpty();
    assertThat(byOffset).hasSize(65).doesNotHaveDuplicates().isEqualTo(byMarker);
  }

  @Test
  void listsEachTypeUnderItsWords() {
    Server desktop =
        new Server(
            "d", "desk", "p", ResourceType.DESKTOP, "ACTIVE", TIME, null, List.of(volume("d-0")));
    SingleVolume single =
        new SingleVolume("p", TIME, new VolumeSettings(null, "SSD", null), volume("v"));
    FileSystem turbo = new FileSystem("t", "share", "p", "available", TIME, 500, true);
    Inventory inventory =
        new Inventory(List.of(server("s", 0, "ACTIVE"), desktop), List.of(single), List.of(turbo));
    assertThat(ids(Protectables.all("server", inventory))).containsExactly("s");
    assertThat(ids(Protectables.all("workspace", inventory))).containsExactly("d");
    assertThat(ids(Protectables.all("workspace_v2", inventory))).containsExactly("d");
    assertThat(ids(Protectables.all("turbo", inventory))).containsExactly("t");
    assertThat(ids(Protectables.all("disk", inventory))).containsExactly("d-0", "s-0", "v");
    query.status = "available";
    assertThat(ids(Protectables.page(Protectables.all("disk", inventory), query)))
        .containsExactly("v");
    JsonNode json = Protectables.all("turbo", inventory).get(0).json();
    assertThat(json.path("type").asText()).isEqualTo("OS::Sfs::Turbo");
    assertThat(json.path("protectable").path("result").asBoolean()).isTrue();
  }

  @Test
  void saysThatAFileSystemWithoutItsFolderCannotBeProtected() {
    FileSystem away = new FileSystem("t", "share", "p", "available", TIME, 500, false);
    JsonNode json =
        Protectables.all("turbo", new Inventory(List.of(), List.of(), List.of(away))).get(0).json();
    assertThat(json.at("/protectable/code").asText()).isEqualTo("BackupService.7502");
  }

  @Test
  void saysWhyAServerCannotBeProtected() {
    JsonNode broken =
        Protectables.all("server", Inventory.of(List.of(server("a", 0, "ERROR")))).get(0).json();
    assertThat(broken.path("protectable").path("result").asBoolean()).isFalse();
    assertThat(broken.path("protectable").path("code").asText()).isEqualTo("BackupService.7101");
    Server bare = new Server("a", "a", "p", ResourceType.SERVER, "ACTIVE", TIME, null, List.of());
    JsonNode empty = Protectables.all("server", Inventory.of(List.of(bare))).get(0).json();
    assertThat(empty.path("protectable").path("code").asText()).isEqualTo("BackupService.7108");
  }

  private static Server server(String id, int secondsLater, String status) {
    List<Volume> volumes = List.of(volume(id + "-0"));
    Instant made = TIME.plusSeconds(secondsLater);
    return new Server(id, "name", "p", ResourceType.SERVER, status, made, null, volumes);
  }

  private static Volume volume(String id) {
    return new Volume(id, "disk", 600_000_001, true, true);
  }

  private static List<String> ids(List<Protectable> page) {
    return page.stream().map(Protectable::id).toList();
  }
}
