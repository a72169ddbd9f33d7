package io.coffer.worker.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.worker.source.FloatingIp;
import io.coffer.worker.source.Port;
import io.coffer.worker.source.Server;

/** Ports and addresses of a server in the words of OpenStack's services. Pure. */
final class NetworkJson {

  private static final String ACTIVE = "ACTIVE";

  private NetworkJson() {}

  /** A port as the compute service sees it. */
  static ObjectNode attachment(Port port) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("port_id", port.id()).put("port_state", ACTIVE).put("net_id", port.networkId());
    json.put("mac_addr", port.macAddress());
    fixedIp(json.putArray("fixed_ips"), port);
    return json;
  }

  /** A port as the network service sees it. */
  static ObjectNode port(Server server, Port port) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", port.id()).put("name", "").put("status", ACTIVE).put("admin_state_up", true);
    json.put("network_id", port.networkId()).put("mac_address", port.macAddress());
    json.put("tenant_id", server.project()).put("project_id", server.project());
    json.put("device_id", server.id());
    json.put("device_owner", "compute:" + server.hardware().availabilityZone());
    fixedIp(json.putArray("fixed_ips"), port);
    return json;
  }

  static ObjectNode floatingIp(Server server, FloatingIp ip) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", ip.id()).put("status", ACTIVE).put("floating_ip_address", ip.address());
    json.put("port_id", ip.portId()).put("tenant_id", server.project());
    server.hardware().ports().stream()
        .filter(port -> port.id().equals(ip.portId()))
        .findFirst()
        .ifPresent(port -> json.put("fixed_ip_address", port.address()));
    return json;
  }

  private static void fixedIp(ArrayNode addresses, Port port) {
    addresses.addObject().put("subnet_id", port.subnetId()).put("ip_address", port.address());
  }
}
