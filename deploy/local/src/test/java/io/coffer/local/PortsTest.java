package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void freePortsDiffer() {
    assertThat(Ports.free(5)).doesNotHaveDuplicates().allMatch(Ports::isFree);
  }

  @Test
  void aPortWithAListenerIsOpenAndNotFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isOpen(socket.getLocalPort())).isTrue();
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void aPortWithoutListenerIsNotOpen() {
    assertThat(Ports.isOpen(Ports.free(1).get(0))).isFalse();
  }
}
