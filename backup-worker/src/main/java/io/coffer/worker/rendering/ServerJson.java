package io.coffer.worker.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.worker.source.Flavor;
import io.coffer.worker.source.Hardware;
import io.coffer.worker.source.Port;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.Volume;
import java.util.Locale;

/** A server in the words of OpenStack's compute service. Pure. */
public final class ServerJson {

  private ServerJson() {}

  public static ObjectNode of(Server server) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", server.id()).put("name", server.name()).put("status", server.status());
    json.put("tenant_id", server.project()).put("created", CloudTime.of(server.createdAt()));
    json.put("OS-EXT-STS:vm_state", server.status().toLowerCase(Locale.ROOT));
    ArrayNode attached = json.putArray("os-extended-volumes:volumes_attached");
    for (Volume volume : server.volumes()) {
      attached.addObject().put("id", volume.id()).put("device", VolumeJson.device(server, volume));
    }
    if (server.hardware() != null) {
      add(json, server.hardware());
    }
    return json;
  }

  private static void add(ObjectNode json, Hardware hardware) {
    json.put("OS-EXT-AZ:availability_zone", hardware.availabilityZone());
    json.set("flavor", flavor(hardware.flavor()));
    json.putArray("security_groups").addObject().put("name", "default");
    ObjectNode addresses = json.putObject("addresses");
    for (Port port : hardware.ports()) {
      ArrayNode ofNetwork = addresses.withArray("/" + port.networkId());
      address(ofNetwork, port, port.address(), "fixed");
      hardware.floatingIps().stream()
          .filter(ip -> ip.portId().equals(port.id()))
          .forEach(ip -> address(ofNetwork, port, ip.address(), "floating"));
    }
    hardware.ports().stream()
        .findFirst()
        .ifPresent(port -> json.putObject("metadata").put("vpc_id", port.networkId()));
  }

  static ObjectNode flavor(Flavor flavor) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", flavor.name())
        .put("name", flavor.name())
        .put("vcpus", flavor.vcpus())
        .put("ram", flavor.ramMb())
        .put("disk", 0);
  }

  private static void address(ArrayNode addresses, Port port, String address, String type) {
    addresses
        .addObject()
        .put("addr", address)
        .put("version", 4)
        .put("OS-EXT-IPS:type", type)
        .put("OS-EXT-IPS:port_id", port.id())
        .put("OS-EXT-IPS-MAC:mac_addr", port.macAddress());
  }
}
