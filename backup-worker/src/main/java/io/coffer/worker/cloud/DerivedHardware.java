package io.coffer.worker.cloud;

import io.coffer.contracts.DerivedId;
import io.coffer.worker.source.Flavor;
import io.coffer.worker.source.FloatingIp;
import io.coffer.worker.source.Hardware;
import io.coffer.worker.source.Port;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a server of the local cloud is made of: as chosen, else as it follows from its id, the same
 * each time. Pure.
 */
final class DerivedHardware {

  private static final UUID NAMESPACE = UUID.fromString("0d8b3c56-9a0e-4c0b-8f3a-5f7c2f0d9e41");
  private static final String ZONE = "local-az1";

  private DerivedHardware() {}

  static Hardware of(ServerFile server, String project) {
    UUID port = id("port", server.id());
    return new Hardware(
        Flavor.of(Objects.requireNonNullElse(server.flavor(), Flavor.USUAL)),
        ZONE,
        List.of(
            new Port(
                port.toString(),
                id("network", project).toString(),
                id("subnet", project).toString(),
                macAddress(port),
                Objects.requireNonNullElse(server.address(), address(port)))),
        server.floatingIp() == null
            ? List.of()
            : List.of(
                new FloatingIp(
                    id("floatingip", server.id()).toString(),
                    server.floatingIp(),
                    port.toString())));
  }

  private static UUID id(String kind, String of) {
    return DerivedId.of(NAMESPACE, kind + "/" + of);
  }

  /** In the range that OpenStack takes for its ports. */
  private static String macAddress(UUID port) {
    long bits = port.getLeastSignificantBits();
    return "fa:16:3e:%02x:%02x:%02x".formatted(bits >> 16 & 255, bits >> 8 & 255, bits & 255);
  }

  private static String address(UUID port) {
    long bits = port.getMostSignificantBits() >>> 32;
    return "192.168.%d.%d".formatted(bits >> 8 & 255, 2 + (bits & 255) % 253);
  }
}
