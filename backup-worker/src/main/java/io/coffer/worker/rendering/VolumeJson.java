package io.coffer.worker.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import io.coffer.worker.source.VolumeSettings;
import java.time.Instant;
import java.util.List;

/** A volume in the words of OpenStack's block storage. Pure. */
public final class VolumeJson {

  private VolumeJson() {}

  /** A volume that a server has. */
  public static ObjectNode of(Server server, Volume volume) {
    ObjectNode json = of(server.project(), server.createdAt(), volume, "in-use");
    ((ArrayNode) json.path("attachments"))
        .addObject()
        .put("server_id", server.id())
        .put("volume_id", volume.id())
        .put("id", volume.id())
        .put("device", device(server, volume));
    if (server.hardware() != null) {
      json.put("availability_zone", server.hardware().availabilityZone());
    }
    return json;
  }

  /** A volume that no server has. */
  public static ObjectNode of(SingleVolume single) {
    ObjectNode json = of(single.project(), single.createdAt(), single.volume(), "available");
    VolumeSettings settings = single.settings();
    putIfKnown(json, "description", settings.description());
    putIfKnown(json, "volume_type", settings.volumeType());
    putIfKnown(json, "availability_zone", settings.availabilityZone());
    return json;
  }

  private static ObjectNode of(String project, Instant created, Volume volume, String usual) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", volume.id()).put("name", volume.name());
    json.put("status", volume.present() ? usual : "error");
    json.put("size", volume.sizeGb()).put("bootable", Boolean.toString(volume.bootable()));
    json.put("created_at", CloudTime.ofVolume(created)).put("encrypted", false);
    json.put("multiattach", false).put("os-vol-tenant-attr:tenant_id", project);
    json.putObject("metadata");
    json.putArray("attachments");
    return json;
  }

  private static void putIfKnown(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  static String device(Server server, Volume volume) {
    List<Volume> volumes = server.volumes();
    return "/dev/vd" + (char) ('a' + Math.min(25, volumes.indexOf(volume)));
  }
}
