package io.coffer.worker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.coffer.worker.delivery.Attempt;
import io.coffer.worker.delivery.Delivery;
import io.coffer.worker.delivery.Samples;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookCarrierTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330L);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Vertx vertx = Vertx.vertx();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private HttpServer receiver;
  private volatile int status = 204;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
          if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED,",
    "202, DELIVERED,",
    "204, DELIVERED,",
    "410, GONE,",
    "301, FAILED, It answered 301.",
    "307, FAILED, It answered 307.",
    "400, FAILED, It answered 400.",
    "429, FAILED, It answered 429.",
    "503, FAILED, It answered 503.",
  })
  void takesTheAnswerForWhatItMeansAndFollowsNoRedirect(int answer, String end, String reason) {
    status = answer;
    Attempt attempt = carry("http://localhost:" + port() + "/hook?x=1", name -> List.of(LOOPBACK));
    assertThat(attempt.toString()).contains("end=" + end).contains(reason == null ? "" : reason);
    assertThat(heard).containsExactly("localhost:" + port() + "/hook?x=1");
  }

  @Test
  void connectsToTheAddressThatWasCheckedUnderTheNameThatWasAsked() {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        name ->
            asked.getAndIncrement() == 0
                ? List.of(InetAddress.getByAddress(name, LOOPBACK.getAddress()))
                : List.of(InetAddress.getByName("192.0.2.1"));
    assertThat(carry("http://rebinding.example.com:" + port() + "/", rebinding))
        .isEqualTo(Attempt.DELIVERED);
    assertThat(heard).containsExactly("rebinding.example.com:" + port() + "/");
    assertThat(asked).hasValue(1);
  }

  @Test
  void connectsToNothingOnceANameLeadsInside() {
    assertThat(
            carry(
                List.of(),
                "http://rebinding.example.com:" + port() + "/",
                name -> List.of(LOOPBACK)))
        .isEqualTo(Attempt.failed("Its address is not allowed."));
    assertThat(heard).isEmpty();
  }

  @Test
  void waitsForNobodyLongerThanItsPatience() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      long start = System.nanoTime();
      assertThat(carry("http://127.0.0.1:" + silent.getLocalPort() + "/", name -> List.of()))
          .isEqualTo(Attempt.failed("It did not answer in time."));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void readsNoMoreOfAnAnswerThanItsHead() throws IOException {
    try (ServerSocket endless = new ServerSocket(0, 1, LOOPBACK)) {
      Thread flood = new Thread(() -> flood(endless));
      flood.setDaemon(true);
      flood.start();
      assertThat(carry("http://127.0.0.1:" + endless.getLocalPort() + "/", name -> List.of()))
          .isEqualTo(Attempt.failed("It cannot be reached, or broke off."));
    }
  }

  private static void flood(ServerSocket endless) {
    try (Socket socket = endless.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write(
          "HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      byte[] more = new byte[8192];
      java.util.Arrays.fill(more, (byte) 'x');
      while (true) {
        out.write(more);
      }
    } catch (IOException closed) {
      // the sender has had enough
    }
  }

  private int port() {
    return receiver.getAddress().getPort();
  }

  private Attempt carry(String target, Resolver resolver) {
    return carry(List.of("127.0.0.0/8"), target, resolver);
  }

  private Attempt carry(List<String> allowed, String target, Resolver resolver) {
    Duration patience = Duration.ofSeconds(1);
    try (Pinned client = new Pinned(vertx, new HttpClientOptions(), patience, patience)) {
      Delivery delivery = Samples.delivery(target);
      return new WebhookCarrier(new TargetRules(resolver, new AddressRules(allowed)), client)
          .carry(delivery, SECRET, NOW);
    }
  }
}
