package io.coffer.worker.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Flavor;
import io.coffer.worker.source.FloatingIp;
import io.coffer.worker.source.Hardware;
import io.coffer.worker.source.Port;
import io.coffer.worker.source.ResourceRecord;
import io.coffer.worker.source.ResourceRef;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupMetadataTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final Server SERVER =
      new Server(
          "s",
          "web",
          "p",
          ResourceType.SERVER,
          "ACTIVE",
          TIME,
          new Hardware(
              Flavor.of("s3.large.2"),
              "az",
              List.of(new Port("port", "net", "sub", "fa:16:3e:00:00:01", "192.168.0.7")),
              List.of(new FloatingIp("ip", "203.0.113.9", "port"))),
          List.of(
              new Volume("v1", "root", 1 << 30, true, true),
              new Volume("v2", "data", 1 << 30, false, true)));

  @Test
  void tellsOfAServerInTextsThatAreJson() throws IOException {
    JsonNode json = of(ResourceRecord.of(new ResourceRef("p", "s", "OS::Nova::Server"), SERVER));
    assertThat(text(json.path("server")).at("/server/name").asText()).isEqualTo("web");
    assertThat(text(json.path("server")).at("/server/addresses/net")).hasSize(2);
    assertThat(text(json.path("flavor")).at("/flavor/ram").asInt()).isEqualTo(4096);
    assertThat(text(json.path("interface")).at("/interfaceAttachments/0/mac_addr").asText())
        .isEqualTo("fa:16:3e:00:00:01");
    assertThat(text(json.path("ports").get(0)).at("/port/fixed_ips/0/ip_address").asText())
        .isEqualTo("192.168.0.7");
    assertThat(text(json.path("floatingips").get(0)).at("/floatingip/fixed_ip_address").asText())
        .isEqualTo("192.168.0.7");
    assertThat(json.path("volumes")).hasSize(2);
    assertThat(text(json.path("volumes").get(1)).at("/volume/attachments/0/device").asText())
        .isEqualTo("/dev/vdb");
  }

  @Test
  void tellsOfADiskWithItsServerAndNoOtherDisk() throws IOException {
    JsonNode json = of(ResourceRecord.of(new ResourceRef("p", "v2", "OS::Cinder::Volume"), SERVER));
    assertThat(text(json.path("server")).at("/server/id").asText()).isEqualTo("s");
    assertThat(json.path("volumes")).hasSize(1);
    assertThat(text(json.path("volumes").get(0)).at("/volume/id").asText()).isEqualTo("v2");
  }

  @Test
  void tellsOfAVolumeThatNoServerHas() throws IOException {
    SingleVolume single =
        new SingleVolume(
            "p",
            TIME,
            new VolumeSettings("d", "SSD", "az"),
            new Volume("v", "own", 1 << 30, false, true));
    JsonNode json = of(ResourceRecord.of(new ResourceRef("p", "v", "OS::Cinder::Volume"), single));
    assertThat(json.has("server")).isFalse();
    assertThat(text(json.path("volumes").get(0)).at("/volume/volume_type").asText())
        .isEqualTo("SSD");
  }

  @Test
  void tellsOfAFileSystemThatItHadNoVolumes() throws IOException {
    FileSystem turbo = new FileSystem("t", "share", "p", "available", TIME, 500, true);
    JsonNode json = of(ResourceRecord.of(new ResourceRef("p", "t", "OS::Sfs::Turbo"), turbo));
    assertThat(json).hasSize(3).allMatch(list -> list.isArray() && list.isEmpty());
  }

  @Test
  void readsARecordOfBeforeThereWasMoreToTell() throws IOException {
    String old =
        """
        {"resource_id":"s","resource_type":"OS::Nova::Server","server":{"id":"s","name":"web",
        "project_id":"p","status":"ACTIVE","created_at":"2026-01-01T00:00:00Z","volumes":[
        {"id":"v1","name":"root","size_bytes":1,"bootable":true}]}}""";
    JsonNode json = of(old.getBytes(StandardCharsets.UTF_8));
    assertThat(text(json.path("server")).at("/server/status").asText()).isEqualTo("ACTIVE");
    assertThat(json.has("flavor")).isFalse();
    assertThat(json.path("volumes")).hasSize(1);
  }

  private static JsonNode of(byte[] record) throws IOException {
    return BackupMetadata.of(ResourceRecord.read(record));
  }

  private static JsonNode text(JsonNode node) throws IOException {
    assertThat(node.isTextual()).isTrue();
    return Json.MAPPER.readTree(node.textValue());
  }
}
