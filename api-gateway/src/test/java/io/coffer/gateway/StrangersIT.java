package io.coffer.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections of people without credentials who take what they can. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class StrangersIT {

  private static final String POST =
      "POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  private final List<Socket> sockets = new ArrayList<>();
  private Client nobody;

  @BeforeEach
  void connect() {
    nobody = Client.nobody(base);
  }

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void servesOthersBesideManyUnfinishedBodies() {
    byte[] body = (POST.formatted(64 * 1024) + "a".repeat(60 * 1024)).getBytes(US_ASCII);
    for (int i = 0; i < 600; i++) {
      open(body);
      if (i % 100 == 0) {
        assertThat(nobody.post("/v3/auth/tokens", "{}").status()).isIn(400, 429);
      }
    }
    await()
        .untilAsserted(
            () -> assertThat(nobody.post("/v3/auth/tokens", "{}").status()).isEqualTo(400));
    await().untilAsserted(() -> assertThat(sockets).anyMatch(StrangersIT::isClosed));
  }

  @Test
  void servesOthersBesideMoreConnectionsThanItHas() {
    for (int i = 0; i < 1_200; i++) {
      open(i % 3 == 0 ? "GET /v3 HTT".getBytes(US_ASCII) : new byte[0]);
    }
    assertThat(nobody.get("/v3").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(isClosed(sockets.get(0))).isTrue());
    assertThat(isClosed(sockets.get(1_199))).isFalse();
  }

  @Test
  void servesOthersBesideManyUnfinishedHeaders() {
    byte[] header = ("GET /v3 HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(60_000)).getBytes(US_ASCII);
    for (int i = 0; i < 400; i++) {
      open(header);
    }
    assertThat(nobody.get("/v3").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(isClosed(sockets.get(0))).isTrue());
  }

  @Test
  void keepsTheConnectionOfWhoHasShownCredentials() throws IOException {
    byte[] question =
        "GET /v3/%s/vaults HTTP/1.1\r\nHost: x\r\nX-Auth-Token: %s\r\n\r\n"
            .formatted(project, nobody.token(project))
            .getBytes(US_ASCII);
    Socket kept = open(question);
    await().until(() -> kept.getInputStream().available() > 0);
    for (int i = 0; i < 1_200; i++) {
      open(new byte[0]);
    }
    await().untilAsserted(() -> assertThat(isClosed(sockets.get(1))).isTrue());
    assertThat(isClosed(kept)).isFalse();
    kept.getOutputStream().write(question);
    await().until(() -> kept.getInputStream().available() > 0);
  }

  @Test
  void closesWhoTakesTooLong() {
    Socket silent = open(new byte[0]);
    Socket headers = open("GET /v3 HTTP/1.1\r\n".getBytes(US_ASCII));
    Socket body = open(POST.formatted(1_000).getBytes(US_ASCII));
    Socket large = open((POST.formatted(8 << 20) + "a".repeat(900_000)).getBytes(US_ASCII));
    Socket asked = open("GET /v3 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              trickle(headers, "X-A: b\r\n");
              trickle(body, "a");
              trickle(large, "a");
              assertThat(List.of(silent, headers, body, large)).allMatch(StrangersIT::isClosed);
            });
    assertThat(isClosed(asked)).isFalse();
  }

  private Socket open(byte[] sent) {
    try {
      Socket socket = new Socket(base.getHost(), base.getPort());
      sockets.add(socket);
      socket.setSoTimeout(1);
      trickle(socket, new String(sent, US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void trickle(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    } catch (IOException e) {
      // it is closed, as it should be
    }
  }

  /** Whether the server has ended this connection, once all that it said was read. */
  private static boolean isClosed(Socket socket) {
    try {
      byte[] room = new byte[8_192];
      int read = 0;
      while (read >= 0) {
        read = socket.getInputStream().read(room);
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
