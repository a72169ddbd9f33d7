package io.coffer.gateway.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Plays the internal routes of all owners. Reads say what was asked; ids tell what else happens:
 * one that starts with {@code 404} is not there, {@code 500} breaks, {@code 503} hangs up, {@code
 * f1c} is known to the inventory when it is asked for the first time and to nobody afterwards.
 * Lists by the name of a {@link LongPlay} are long.
 */
final class PlayedRoutes implements AutoCloseable {

  static final String TOKEN = "secret-of-this-test";
  static final String SERVER = "5e7e0000-0000-4000-8000-000000000001";
  static final String VOLUME = "5e7e0000-0000-4000-8000-00000000000a";

  private static final String FACTS =
      """
      {"whole": true, "resources": [{"id": "%s", "type": "OS::Nova::Server", "name": "web", "sizeGb": 7,
        "excludeVolumes": [], "volumes": [
          {"id": "%s", "name": "a", "sizeBytes": 4000000000, "sizeGb": 4, "bootable": true},
          {"id": "v-b", "name": "b", "sizeBytes": 3000000000, "sizeGb": 3, "bootable": false}]}]}
      """
          .formatted(SERVER, VOLUME);

  private static final String ORDER_FACTS =
      "{\"name\": \"v\", \"specCode\": \"vault.backup.server.normal\", \"sizeGb\": 100,"
          + " \"chargingMode\": \"post_paid\"}";

  private final HttpServer server;
  private final PlayedOwner owner;
  private final Set<String> fickle = ConcurrentHashMap.newKeySet();

  PlayedRoutes(PlayedOwner owner) throws IOException {
    this.owner = owner;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String path = uri.getRawPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{}");
      } else if (path.startsWith("/internal/outcomes/")) {
        outcome(exchange, UUID.fromString(last));
      } else if (last.startsWith("404")) {
        send(
            exchange,
            404,
            "{\"error_code\":\"BackupService.6105\",\"error_msg\":\"Vault %s does not exist.\"}"
                .formatted(last));
      } else if (last.startsWith("500")) {
        send(exchange, 500, "java.lang.NullPointerException at io.coffer");
      } else if (uri.getRawQuery() != null && uri.getRawQuery().startsWith("name=long")) {
        LongPlay.valueOf(uri.getRawQuery().substring(5).replace('-', '_')).write(exchange);
      } else if (last.equals("facts")) {
        send(exchange, 200, facts(exchange.getRequestBody().readAllBytes()));
      } else if (last.equals("resource-ids")) {
        send(exchange, 200, "[\"%s\",\"vanished\"]".formatted(SERVER));
      } else if (last.equals("resource-id")) {
        send(exchange, 200, "\"%s\"".formatted(SERVER));
      } else if (last.equals("order-facts")) {
        send(exchange, 200, ORDER_FACTS);
      } else {
        send(exchange, 200, echo(path, uri.getRawQuery()));
      }
    }
  }

  private String facts(byte[] json) throws IOException {
    List<String> ids = List.of(Json.MAPPER.readValue(json, String[].class));
    if (ids.get(0).startsWith("f1c") && fickle.add(ids.get(0))) {
      return FACTS.replace(SERVER, ids.get(0));
    }
    return ids.contains(SERVER) ? FACTS : "{\"resources\":[],\"whole\":true}";
  }

  private void outcome(HttpExchange exchange, UUID id) throws IOException {
    PlayedOwner.Outcome outcome = owner.decided().get(id);
    if (outcome == null) {
      send(exchange, 404, "");
    } else {
      send(
          exchange,
          200,
          Json.MAPPER
              .createObjectNode()
              .put("command_id", id.toString())
              .put("status", outcome.status())
              .put("body", outcome.body())
              .put("sha256", outcome.sha256())
              .toString());
    }
  }

  private static String echo(String path, String query) {
    return "{\"path\":\"%s\",\"query\":\"%s\"}".formatted(path, query == null ? "" : query);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
