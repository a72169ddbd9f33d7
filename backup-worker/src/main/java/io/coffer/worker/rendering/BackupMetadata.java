package io.coffer.worker.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.worker.source.Hardware;
import io.coffer.worker.source.Port;
import io.coffer.worker.source.ResourceRecord;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.Volume;
import java.util.List;

/**
 * Tells what a resource was, in the words of its cloud: JSON texts in strings, as clients read them
 * (4.3.7). Pure.
 */
public final class BackupMetadata {

  private BackupMetadata() {}

  /** What a backup's record says; what it does not say is empty, or not there. */
  public static ObjectNode of(ResourceRecord record) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode volumes = json.putArray("volumes");
    ArrayNode ports = json.putArray("ports");
    ArrayNode floatingIps = json.putArray("floatingips");
    record.asVolume().ifPresent(single -> volumes.add(text("volume", VolumeJson.of(single))));
    record
        .asServer()
        .ifPresent(
            server -> {
              json.put("server", text("server", ServerJson.of(server)));
              volumes(record, server)
                  .forEach(one -> volumes.add(text("volume", VolumeJson.of(server, one))));
              if (server.hardware() != null) {
                add(json, server, ports, floatingIps);
              }
            });
    return json;
  }

  /** The backup of a disk is of that one only. */
  private static List<Volume> volumes(ResourceRecord record, Server server) {
    return ResourceType.DISK.isNamed(record.resourceType())
        ? server.volumes().stream().filter(one -> one.id().equals(record.resourceId())).toList()
        : server.volumes();
  }

  private static void add(ObjectNode json, Server server, ArrayNode ports, ArrayNode floatingIps) {
    Hardware hardware = server.hardware();
    json.put("flavor", text("flavor", ServerJson.flavor(hardware.flavor())));
    ArrayNode interfaces = Json.MAPPER.createArrayNode();
    for (Port port : hardware.ports()) {
      interfaces.add(NetworkJson.attachment(port));
      ports.add(text("port", NetworkJson.port(server, port)));
    }
    json.put("interface", text("interfaceAttachments", interfaces));
    hardware
        .floatingIps()
        .forEach(ip -> floatingIps.add(text("floatingip", NetworkJson.floatingIp(server, ip))));
  }

  private static String text(String name, JsonNode of) {
    return Json.MAPPER.createObjectNode().set(name, of).toString();
  }
}
