package io.coffer.worker.protectable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.worker.rendering.CloudTime;
import io.coffer.worker.rendering.ServerJson;
import io.coffer.worker.rendering.VolumeJson;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;

/** Builds the public JSON of protectable resources. Pure. */
final class ProtectableJson {

  private static final String ACTIVE = "ACTIVE";

  private ProtectableJson() {}

  static Protectable server(Server server) {
    ObjectNode json = head(server.id(), server.name(), server.type());
    json.put("size", server.sizeGb()).put("status", server.status());
    ArrayNode children = json.putArray("children");
    server.volumes().forEach(volume -> children.add(disk(volume, VolumeJson.of(server, volume))));
    json.set("detail", ServerJson.of(server));
    json.set("protectable", protectable(server));
    return new Protectable(
        server.id(), server.name(), server.status(), server.id(), server.createdAt(), json);
  }

  static Protectable disk(Server server, Volume volume) {
    ObjectNode json = protectableDisk(volume, VolumeJson.of(server, volume));
    return new Protectable(
        volume.id(),
        volume.name(),
        json.path("status").asText(),
        server.id(),
        server.createdAt(),
        json);
  }

  static Protectable disk(SingleVolume single) {
    Volume volume = single.volume();
    ObjectNode json = protectableDisk(volume, VolumeJson.of(single));
    return new Protectable(
        volume.id(), volume.name(), json.path("status").asText(), null, single.createdAt(), json);
  }

  static Protectable turbo(FileSystem one) {
    ObjectNode json = head(one.id(), one.name(), ResourceType.TURBO);
    json.put("size", one.sizeGb()).put("status", one.status()).putArray("children");
    json.putObject("detail")
        .put("id", one.id())
        .put("name", one.name())
        .put("size", one.sizeGb())
        .put("status", one.status())
        .put("created_at", CloudTime.of(one.createdAt()));
    json.set(
        "protectable",
        one.present()
            ? yes()
            : no(
                CbrError.BACKUP_NOT_ALLOWED_CURRENT_STATUS_SFS_TURBO,
                "The folder of the file system is not there."));
    return new Protectable(one.id(), one.name(), one.status(), null, one.createdAt(), json);
  }

  private static ObjectNode protectableDisk(Volume volume, ObjectNode detail) {
    ObjectNode json = disk(volume, detail);
    json.set(
        "protectable",
        volume.present()
            ? yes()
            : no(CbrError.BACKUP_NOT_ALLOWED_CURRENT_DISK_STATUS, "The disk is not there."));
    return json;
  }

  private static ObjectNode disk(Volume volume, ObjectNode detail) {
    ObjectNode json = head(volume.id(), volume.name(), ResourceType.DISK);
    json.put("size", volume.sizeGb()).put("status", detail.path("status").asText());
    json.putArray("children");
    json.set("detail", detail);
    return json;
  }

  private static ObjectNode head(String id, String name, ResourceType type) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", id)
        .put("name", name)
        .put("type", type.wireName());
  }

  private static ObjectNode protectable(Server server) {
    if (server.volumes().isEmpty()) {
      return no(
          CbrError.BACKUP_NOT_ALLOWED_SERVERS_CONTAINING_NO_DISKS, "The server has no disks.");
    }
    boolean wrong = !server.status().equalsIgnoreCase(ACTIVE);
    return wrong
        ? no(
            CbrError.BACKUP_NOT_ALLOWED_CURRENT_SERVER_STATUS,
            "The server is in status " + server.status() + ".")
        : yes();
  }

  private static ObjectNode yes() {
    return Json.MAPPER.createObjectNode().put("result", true).put("code", "").put("reason", "");
  }

  private static ObjectNode no(CbrError error, String reason) {
    return Json.MAPPER
        .createObjectNode()
        .put("result", false)
        .put("code", error.code())
        .put("reason", reason)
        .put("message", reason);
  }
}
