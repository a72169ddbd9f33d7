package io.coffer.worker.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Builds the public JSON of protectable resources. */
final class ProtectableJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String ACTIVE = "ACTIVE";
  private static final String IN_USE = "in-use";
  private static final String ERROR = "error";

  private ProtectableJson() {}

  static Protectable server(Server server) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", server.id()).put("name", server.name()).put("type", ResourceRef.SERVER);
    json.put("size", server.sizeGb()).put("status", server.status());
    ArrayNode children = json.putArray("children");
    server.volumes().forEach(volume -> children.add(bare(server, volume)));
    json.set("detail", serverDetail(server));
    json.set("protectable", protectable(server));
    return new Protectable(
        server.id(), server.name(), server.status(), server.id(), server.createdAt(), json);
  }

  static Protectable disk(Server server, Volume volume) {
    ObjectNode json = bare(server, volume);
    json.set(
        "protectable",
        volume.present()
            ? yes()
            : no(CbrError.BACKUP_NOT_ALLOWED_CURRENT_DISK_STATUS, "The disk is not there."));
    return new Protectable(
        volume.id(), volume.name(), status(volume), server.id(), server.createdAt(), json);
  }

  private static ObjectNode bare(Server server, Volume volume) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", volume.id()).put("name", volume.name()).put("type", ResourceRef.VOLUME);
    json.put("size", volume.sizeGb()).put("status", status(volume));
    json.putArray("children");
    json.set("detail", diskDetail(server, volume));
    return json;
  }

  private static ObjectNode serverDetail(Server server) {
    ObjectNode detail = Json.MAPPER.createObjectNode();
    detail.put("id", server.id()).put("name", server.name()).put("status", server.status());
    detail.put("tenant_id", server.project()).put("created", time(server.createdAt()));
    detail.put("OS-EXT-STS:vm_state", server.status().toLowerCase(Locale.ROOT));
    ArrayNode attached = detail.putArray("os-extended-volumes:volumes_attached");
    server
        .volumes()
        .forEach(
            volume ->
                attached.addObject().put("id", volume.id()).put("device", device(server, volume)));
    return detail;
  }

  private static ObjectNode diskDetail(Server server, Volume volume) {
    ObjectNode detail = Json.MAPPER.createObjectNode();
    detail.put("id", volume.id()).put("name", volume.name()).put("status", status(volume));
    detail.put("size", volume.sizeGb()).put("bootable", Boolean.toString(volume.bootable()));
    detail.put("created_at", time(server.createdAt())).put("encrypted", false);
    detail.put("multiattach", false).put("os-vol-tenant-attr:tenant_id", server.project());
    detail
        .putArray("attachments")
        .addObject()
        .put("server_id", server.id())
        .put("volume_id", volume.id())
        .put("id", volume.id())
        .put("device", device(server, volume));
    return detail;
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

  private static String status(Volume volume) {
    return volume.present() ? IN_USE : ERROR;
  }

  private static String device(Server server, Volume volume) {
    List<Volume> volumes = server.volumes();
    return "/dev/vd" + (char) ('a' + Math.min(25, volumes.indexOf(volume)));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
