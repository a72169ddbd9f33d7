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
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class HostileInputIT {

  private static final int MEGABYTE = 1024 * 1024;
  private static final UUID ID = UUID.fromString("5e7e0000-0000-4000-8000-0000000000ff");

  @TestHTTPResource URI base;

  @ConfigProperty(name = "test.project")
  String project;

  private Client client;

  @BeforeEach
  void logIn() {
    client = Client.withToken(base, project);
  }

  @Test
  void answersEveryBadBodyWithABadRequest() {
    List<String[]> routes =
        List.of(
            new String[] {"POST", "vaults"},
            new String[] {"PUT", "vaults/" + ID},
            new String[] {"POST", "vaults/" + ID + "/addresources"},
            new String[] {"POST", "vaults/" + ID + "/removeresources"},
            new String[] {"POST", "checkpoints"},
            new String[] {"PUT", "backups/" + ID},
            new String[] {"POST", "backups/" + ID + "/restore"});
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "\u0000",
            "{\"vault\":1,\"resources\":1,\"resource_ids\":1,\"checkpoint\":1,\"backup\":1,"
                + "\"restore\":1}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"a\":1" + "0".repeat(100_000) + "}",
            "{\"a\":[" + "{},".repeat(1_000_000) + "{}]}",
            "{\"a\":\"" + "x".repeat(200_000) + "\"}");
    for (String[] route : routes) {
      for (String body : bodies) {
        Client.Answer answer = client.send(route[0], "/v3/" + project + "/" + route[1], body);
        assertThat(answer.status()).as(route[1] + " " + start(body)).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BackupService.9900");
        assertThat(answer.message()).isNotBlank().doesNotContain("com.fasterxml");
      }
    }
  }

  @Test
  void boundsABodyWhetherItsLengthIsToldOrNot() throws IOException {
    String told =
        raw(
            "POST /v3/%s/vaults HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
                .formatted(project, 13 * MEGABYTE));
    assertThat(told)
        .startsWith("HTTP/1.1 413 ")
        .contains("\"APIGW.0201\"")
        .contains("X-Request-Id");
    String chunk = Integer.toHexString(MEGABYTE) + "\r\n" + "a".repeat(MEGABYTE) + "\r\n";
    String untold =
        raw(
            "POST /v3/%s/vaults HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .formatted(project)
                + chunk.repeat(12)
                + "1\r\na\r\n");
    assertThat(untold).startsWith("HTTP/1.1 413 ").contains("\"APIGW.0201\"");
  }

  @Test
  void boundsTheBytesOfLargeBodiesTogetherAndTakesSmallOnesStill() throws IOException {
    String head =
        "POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Length: %d\r\n\r\n";
    String large = head.formatted(MEGABYTE) + "a".repeat(MEGABYTE);
    List<Socket> unfinished = new ArrayList<>();
    try {
      for (int megabytes : new int[] {12, 4}) {
        Socket socket = new Socket(base.getHost(), base.getPort());
        unfinished.add(socket);
        socket.getOutputStream().write(head.formatted(megabytes * MEGABYTE).getBytes(US_ASCII));
        socket.getOutputStream().write(new byte[(megabytes - 1) * MEGABYTE]);
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(raw(large))
                      .startsWith("HTTP/1.1 429 ")
                      .contains("\"APIGW.0308\"")
                      .containsIgnoringCase("Retry-After"));
      assertThat(client.post("/v3/" + project + "/vaults", "{}").status()).isEqualTo(400);
    } finally {
      for (Socket socket : unfinished) {
        socket.close();
      }
    }
    await().untilAsserted(() -> assertThat(raw(large)).startsWith("HTTP/1.1 400 "));
  }

  @Test
  void boundsAddressAndHeaders() throws IOException {
    String rest = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    String address = raw("GET /v3?" + "a".repeat(100_000) + rest + "\r\n");
    assertThat(address).startsWith("HTTP/1.1 414 ").contains("\"APIGW.0201\"");
    String one = raw("GET /v3" + rest + "X-Long: " + "a".repeat(100_000) + "\r\n\r\n");
    assertThat(one).startsWith("HTTP/1.1 431 ").contains("\"APIGW.0201\"").contains("X-Request-Id");
    String many = raw("GET /v3" + rest + "X-Many: a\r\n".repeat(10_000) + "\r\n");
    assertThat(many).startsWith("HTTP/1.1 431 ").contains("\"APIGW.0201\"");
  }

  @Test
  void answersARequestWithoutAHostInTheDocumentedShape() throws IOException {
    assertThat(raw("GET /v3 HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"APIGW.0201\"")
        .contains("X-Request-Id")
        .doesNotContain("stack");
    assertThat(raw("GET * HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"APIGW.0101\"");
  }

  @Test
  void takesABodyInChunks() throws IOException {
    String answer =
        raw(
            "POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("auth is mandatory.");
  }

  @Test
  void refusesOddPaths() throws IOException {
    for (String path :
        List.of(
            "/v3/%zz",
            "/%",
            "/v3/" + project + "/vaults/%",
            "/" + "a".repeat(20_000),
            "/v3/" + project + "/vaults/../../../internal/outcomes/" + ID,
            "/v3/" + project + "/vaults/%2e%2e%2f%2e%2e%2finternal",
            "/v3/" + project + "/vaults/" + ID + "/../../../../etc/passwd",
            "/internal/../v3/" + project + "/vaults",
            "//v3//" + project + "//vaults",
            "/v3/" + project + "/vaults/%00",
            "/v3/" + project + "/vaults/%c0%ae",
            "/v3/" + project + "/vaults;jsessionid=1",
            "/v3;x/" + project + "/vaults",
            "/v3/" + project + "/vaults?limit=%zz",
            "/v3/" + project + "/vaults?limit=|{}")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).matches("(?s)HTTP/1.1 4\\d\\d .*");
      assertThat(answer.toLowerCase()).as(path).contains("x-request-id").contains("error_code");
    }
  }

  @Test
  void takesOddHeadersForWhatTheyAre() {
    String vaults = "/v3/" + project + "/vaults";
    assertThat(client.with("Accept", "text/html").get(vaults).status()).isEqualTo(200);
    assertThat(client.with("Accept", "nonsense").get(vaults).status()).isEqualTo(200);
    assertThat(client.with("Content-Type", "text/plain").get(vaults).status()).isEqualTo(200);
    assertThat(client.with("Content-Type", "x").get(vaults).status()).isEqualTo(200);
    assertThat(client.with("X-Client-Token", "a b").delete(vaults + "/" + ID).status())
        .isEqualTo(400);
    assertThat(Client.nobody(base).with("X-Auth-Token", "x".repeat(30_000)).get(vaults).status())
        .isEqualTo(401);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(2_000);
      return new String(answer, StandardCharsets.UTF_8);
    }
  }

  private static String start(String body) {
    return body.substring(0, Math.min(20, body.length()));
  }
}
