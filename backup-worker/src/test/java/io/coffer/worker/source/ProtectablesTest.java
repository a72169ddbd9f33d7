package io.coffer.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    assertThat(ids(Protectables.all("server", servers))).containsExactly("c", "a", "b");
    assertThat(ids(Protectables.all("disk", servers))).containsExactly("c-0", "a-0", "b-0");
    assertThat(Protectables.all("turbo", servers)).isEmpty();
  }

  @Test
  void narrowsByEveryFilter() {
    List<Protectable> disks =
        Protectables.all("disk", List.of(server("a", 0, "ACTIVE"), server("b", 0, "ERROR")));
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
    List<Protectable> all = Protectables.all("server", servers);
    query.limit = 1000;
    assertThat(Protectables.page(all, query)).hasSize(50);
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
    JsonNode json = Protectables.all("server", List.of(server("a", 0, "ACTIVE"))).get(0).json();
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
  void saysWhyAServerCannotBeProtected() {
    JsonNode broken = Protectables.all("server", List.of(server("a", 0, "ERROR"))).get(0).json();
    assertThat(broken.path("protectable").path("result").asBoolean()).isFalse();
    assertThat(broken.path("protectable").path("code").asText()).isEqualTo("BackupService.7101");
    Server bare = new Server("a", "a", "p", "ACTIVE", TIME, List.of());
    JsonNode empty = Protectables.all("server", List.of(bare)).get(0).json();
    assertThat(empty.path("protectable").path("code").asText()).isEqualTo("BackupService.7108");
  }

  private static Server server(String id, int secondsLater, String status) {
    Volume volume = new Volume(id + "-0", "disk", 600_000_001, true, true);
    return new Server(id, "name", "p", status, TIME.plusSeconds(secondsLater), List.of(volume));
  }

  private static List<String> ids(List<Protectable> page) {
    return page.stream().map(Protectable::id).toList();
  }
}
