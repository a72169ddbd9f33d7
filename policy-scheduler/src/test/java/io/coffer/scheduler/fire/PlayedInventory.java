package io.coffer.scheduler.fire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VolumeFacts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker that knows every resource whose name does not begin with {@code gone}, and cannot read
 * those whose name begins with {@code torn}. Fires are carried out when the test says so.
 */
public final class PlayedInventory implements QuarkusTestResourceLifecycleManager {

  /** Whether nobody answers. Settable as a property, as tests see other classes than this. */
  static final String AWAY = "coffer.test.inventory-away";

  /** Whether resources whose name begins with {@code hung} keep whoever asks waiting. */
  static final String HUNG = "coffer.test.inventory-hung";

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    // Without it each answer waits 40 ms, until the system has acknowledged its first part.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/internal/projects", PlayedInventory::answer);
    server.start();
    return Map.of(
        "coffer.url.backup-worker",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "coffer.fires.enabled",
        "false",
        "coffer.retention.enabled",
        "false",
        "coffer.fires.lease",
        "1ms",
        "coffer.fires.patience",
        "10s",
        "coffer.fires.spread",
        "0s",
        "coffer.fires.carriers",
        "2");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (Boolean.getBoolean(AWAY)) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String[] asked = Json.MAPPER.readValue(exchange.getRequestBody(), String[].class);
      while (Boolean.getBoolean(HUNG) && Arrays.toString(asked).contains("hung")) {
        LockSupport.parkNanos(1_000_000);
      }
      List<ResourceFacts> facts =
          Arrays.stream(asked)
              .filter(id -> !id.startsWith("gone") && !id.startsWith("torn"))
              .map(PlayedInventory::server)
              .toList();
      boolean whole = Arrays.stream(asked).noneMatch(id -> id.startsWith("torn"));
      byte[] body = Json.MAPPER.writeValueAsBytes(new FoundResources(facts, whole));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  static ResourceFacts server(String id) {
    return new ResourceFacts(
        id,
        "OS::Nova::Server",
        "name of " + id,
        1,
        List.of(new VolumeFacts(id + "-v", "system", 1L << 30, 1, true)));
  }
}
