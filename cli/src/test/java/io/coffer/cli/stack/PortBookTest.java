package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.cli.home.Home;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {

  @TempDir private Path directory;
  private Home home;

  @BeforeEach
  void open() {
    home = new Home(directory, directory);
  }

  @Test
  void theGatewaysPortIsRemembered() {
    PortBook.open(home, List.of()).gateway("9123");
    assertThat(PortBook.open(home, List.of()).gateway(null)).isEqualTo(9123);
    assertThat(PortBook.open(home, List.of()).gateway("")).isEqualTo(9123);
  }

  @Test
  void theGatewayStartsAt8080() {
    assertThat(PortBook.open(home, List.of()).gateway(null)).isEqualTo(8080);
  }

  @Test
  void refusesWhatIsNoPort() {
    for (String wrong : new String[] {"http", "0", "65536", "-1"}) {
      assertThatThrownBy(() -> PortBook.open(home, List.of()).gateway(wrong))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("COFFER_PORT");
    }
  }

  @Test
  void aProcessKeepsItsPort() {
    int port = PortBook.open(home, List.of()).get("kafka", any -> false);
    assertThat(PortBook.open(home, List.of()).get("kafka", any -> false)).isEqualTo(port);
  }

  @Test
  void aPortThatAStrangerTookIsGivenUp() throws IOException {
    int port = PortBook.open(home, List.of()).get("kafka", any -> false);
    try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortBook.open(home, List.of()).get("kafka", any -> true)).isEqualTo(port);
      assertThat(PortBook.open(home, List.of()).get("kafka", any -> false)).isNotEqualTo(port);
    }
  }
}
