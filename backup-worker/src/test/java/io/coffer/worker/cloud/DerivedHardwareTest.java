package io.coffer.worker.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.source.Hardware;
import io.coffer.worker.source.Port;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DerivedHardwareTest {

  @Test
  void isTheSameEachTimeAndAnotherForEachServer() {
    Set<String> macs = new HashSet<>();
    Set<String> networks = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Hardware hardware = DerivedHardware.of(server("s" + i, null, null, null), "p");
      assertThat(hardware).isEqualTo(DerivedHardware.of(server("s" + i, null, null, null), "p"));
      Port port = hardware.ports().get(0);
      macs.add(port.macAddress());
      networks.add(port.networkId());
      assertThat(port.macAddress()).matches("fa:16:3e(:[0-9a-f]{2}){3}");
      assertThat(port.address()).matches("192\\.168\\.[0-9]{1,3}\\.[0-9]{1,3}");
      assertThat(hardware.floatingIps()).isEmpty();
    }
    assertThat(macs).hasSize(100);
    assertThat(networks).hasSize(1);
  }

  @Test
  void isAsChosen() {
    Hardware hardware =
        DerivedHardware.of(server("s", "m6.xlarge.8", "10.0.0.7", "203.0.113.9"), "p");
    assertThat(hardware.flavor().vcpus()).isEqualTo(4);
    assertThat(hardware.ports().get(0).address()).isEqualTo("10.0.0.7");
    assertThat(hardware.floatingIps().get(0).address()).isEqualTo("203.0.113.9");
    assertThat(hardware.floatingIps().get(0).portId()).isEqualTo(hardware.ports().get(0).id());
  }

  private static ServerFile server(String id, String flavor, String address, String floatingIp) {
    return new ServerFile(
        id,
        "web",
        "p",
        null,
        null,
        Instant.EPOCH,
        flavor,
        address,
        floatingIp,
        Map.of(),
        List.of());
  }
}
