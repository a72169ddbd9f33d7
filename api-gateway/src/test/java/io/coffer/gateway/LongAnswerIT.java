package io.coffer.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.coffer.gateway.stack.Client;
import io.coffer.gateway.stack.GatewayStack;
import io.coffer.gateway.stack.LongPlay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that an owner writes piece by piece. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class LongAnswerIT {

  private static final int AT_ONCE = 16;

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  private final List<Socket> sockets = new ArrayList<>();
  private Client client;

  @BeforeEach
  void logIn() {
    client = Client.withToken(base, project);
  }

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void comesToItsClientWhole() {
    String pieces =
        IntStream.range(0, LongPlay.PIECES).mapToObj(LongPlay::piece).collect(Collectors.joining());
    Client.Answer answer = client.get(list("whole"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text().equals("[" + pieces + "0]")).isTrue();
    assertThat(client.send("HEAD", list("whole"), null).status()).isEqualTo(200);
  }

  @Test
  void isNoAnswerWhenItsOwnerHangsUp() {
    assertThatThrownBy(() -> client.get(list("half"))).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void isNoAnswerWhenItsOwnerFallsSilent() {
    assertThatThrownBy(() -> client.get(list("silent"))).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void waitsAtItsOwnerWhileItsClientDoesNotRead() throws IOException {
    int before = LongPlay.WRITTEN.get();
    for (int i = 0; i < AT_ONCE; i++) {
      ask(list("whole"));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> client.get(list("whole")).status() == 503);
    assertThat(client.get(list("whole")).header("Retry-After")).isNotNull();
    for (int i = 0; i < 40; i++) {
      assertThat(client.get("/v3/" + project + "/vaults?name=short").status()).isEqualTo(200);
    }
    assertThat(LongPlay.WRITTEN.get()).isEqualTo(before);
    leave();
    await().until(() -> client.get(list("whole")).status() == 200);
  }

  private String list(String how) {
    return "/v3/" + project + "/vaults?name=long-" + how;
  }

  /** Asks and reads nothing. */
  private void ask(String path) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nX-Auth-Token: %s\r\n\r\n"
            .formatted(path, Client.nobody(base).token(project));
    socket.getOutputStream().write(request.getBytes(US_ASCII));
  }
}
