package io.coffer.worker.protectable;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final long GIB = 1L << 30;

  private final Server server =
      new Server(
          "server",
          "web",
          "p",
          ResourceType.SERVER,
          "ACTIVE",
          Instant.parse("2026-01-01T00:00:00Z"),
          null,
          List.of(
              new Volume("v1", "root", 600_000_001, true, true),
              new Volume("v2", "data", 2 * GIB + 1, false, true),
              new Volume("v3", "empty", 0, false, true)));

  @Test
  void ofAServerHaveExactBytesAndRoundedGigabytes() {
    ResourceFacts facts = Facts.of("server", Inventory.of(List.of(server))).orElseThrow();
    assertThat(facts.sizeGb()).isEqualTo(5);
    assertThat(facts.volumes())
        .containsExactly(
            new VolumeFacts("v1", "root", 600_000_001, 1, true),
            new VolumeFacts("v2", "data", 2 * GIB + 1, 3, false),
            new VolumeFacts("v3", "empty", 0, 1, false));
  }

  @Test
  void ofAVolumeAreItself() {
    ResourceFacts facts = Facts.of("v2", Inventory.of(List.of(server))).orElseThrow();
    assertThat(facts.type()).isEqualTo("OS::Cinder::Volume");
    assertThat(facts.volumes()).hasSize(1);
    assertThat(facts.sizeGb()).isEqualTo(3);
  }

  @Test
  void ofAVolumeThatNoServerHasAreItself() {
    SingleVolume single =
        new SingleVolume(
            "p",
            server.createdAt(),
            new VolumeSettings(null, null, null),
            new Volume("v4", "own", 10 * GIB, false, true));
    ResourceFacts facts =
        Facts.of("v4", new Inventory(List.of(server), List.of(single), List.of())).orElseThrow();
    assertThat(facts.type()).isEqualTo("OS::Cinder::Volume");
    assertThat(facts.volumes()).containsExactly(new VolumeFacts("v4", "own", 10 * GIB, 10, false));
  }

  @Test
  void ofAFileSystemAreOneVolumeThatStandsForAllThatItMayHold() {
    FileSystem turbo =
        new FileSystem("t", "share", "p", "available", server.createdAt(), 500, true);
    ResourceFacts facts =
        Facts.of("t", new Inventory(List.of(), List.of(), List.of(turbo))).orElseThrow();
    assertThat(facts.type()).isEqualTo("OS::Sfs::Turbo");
    assertThat(facts.sizeGb()).isEqualTo(500);
    assertThat(facts.volumes())
        .containsExactly(new VolumeFacts("t", "share", 500 * GIB, 500, false));
  }

  @Test
  void ofADesktopHaveItsType() {
    Server desktop =
        new Server(
            "d",
            "desk",
            "p",
            ResourceType.DESKTOP,
            "ACTIVE",
            server.createdAt(),
            null,
            server.volumes());
    assertThat(Facts.of("d", Inventory.of(List.of(desktop))).orElseThrow().type())
        .isEqualTo("OS::Workspace::DesktopV2");
  }

  @Test
  void ofWhatWasFoundAreToldEvenIfNotAllCouldBeRead() {
    Inventory torn =
        new Inventory(List.of(server), List.of(), List.of(), Map.of(), Set.of(ResourceType.TURBO));
    Facts.Found found = Facts.found(List.of("nobody", "v2", "server", "v2"), torn);
    assertThat(found.resources()).extracting(ResourceFacts::id).containsExactly("v2", "server");
    assertThat(found.whole()).isFalse();
    assertThat(Facts.found(List.of("nobody"), Inventory.of(List.of(server))).whole()).isTrue();
  }

  @Test
  void ofNothingAreNone() {
    assertThat(Facts.of("nobody", Inventory.of(List.of(server)))).isEmpty();
  }
}
