package io.coffer.worker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.coffer.worker.delivery.Attempt;
import io.coffer.worker.delivery.Samples;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver whose certificate, by an authority of this test, is of one name. */
class SecureWebhookTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NAME = "hook.example.com";
  private static final String PASSWORD = "changeit";
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir private static Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private HttpsServer receiver;

  @BeforeAll
  static void certify() throws Exception {
    keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
    keytool(
        "-genkeypair",
        "-alias",
        "receiver",
        "-dname",
        "CN=receiver",
        "-ext",
        "san=dns:" + NAME,
        "-signer",
        "authority");
    KeyStore all = keys();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", all.getCertificate("authority"));
    try (var out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
      trusted.store(out, PASSWORD.toCharArray());
    }
  }

  @BeforeEach
  void open() throws Exception {
    KeyStore keys = keys();
    keys.deleteEntry("authority");
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    receiver = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(context));
    receiver.createContext(
        "/",
        exchange -> {
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          heard.add(session.getRequestedServerNames().toString());
          heard.add(exchange.getRequestHeaders().getFirst("Host"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void isToldAtThePinnedAddressUnderTheNameThatItsCertificateIsOf() {
    assertThat(carry(NAME, trusted())).isEqualTo(Attempt.DELIVERED);
    assertThat(heard.get(0)).contains(NAME);
    assertThat(heard.get(1)).isEqualTo(NAME + ":" + port());
  }

  @Test
  void isToldNothingUnderANameThatItsCertificateIsNotOf() {
    assertThat(carry("other.example.com", trusted())).isEqualTo(broken());
    assertThat(carry("127.0.0.1", trusted())).isEqualTo(broken());
    assertThat(heard).isEmpty();
  }

  @Test
  void isToldNothingWhenNobodyKnowsItsAuthority() {
    assertThat(carry(NAME, new HttpClientOptions())).isEqualTo(broken());
    assertThat(heard).isEmpty();
  }

  private Attempt carry(String host, HttpClientOptions tls) {
    Duration patience = Duration.ofSeconds(5);
    try (Pinned client = new Pinned(vertx, tls, patience, patience)) {
      TargetRules rules =
          new TargetRules(name -> List.of(LOOPBACK), new AddressRules(List.of("127.0.0.0/8")));
      return new WebhookCarrier(rules, client)
          .carry(Samples.delivery("https://" + host + ":" + port() + "/"), SECRET, Instant.EPOCH);
    }
  }

  private static HttpClientOptions trusted() {
    return new HttpClientOptions()
        .setTrustOptions(
            new PfxOptions()
                .setPath(folder.resolve("trusted.p12").toString())
                .setPassword(PASSWORD));
  }

  private static Attempt broken() {
    return Attempt.failed("It cannot be reached, or broke off.");
  }

  private int port() {
    return receiver.getAddress().getPort();
  }

  private static KeyStore keys() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static void keytool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }
}
