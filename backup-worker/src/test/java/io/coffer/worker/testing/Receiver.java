package io.coffer.worker.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/**
 * Receivers of notices, one at each path. Each answers its n-th request with a status; 0 is to say
 * nothing until the end.
 */
public final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, IntUnaryOperator> manners = new ConcurrentHashMap<>();
  private final Map<String, List<Request>> heard = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * What came.
   *
   * @param status how it was answered
   */
  public record Request(
      String id, String timestamp, String signature, String contentType, byte[] body, int status) {}

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "receiver");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of a receiver that answers so. */
  public String at(String path, IntUnaryOperator statusOfRequest) {
    manners.put(path, statusOfRequest);
    heard.put(path, Collections.synchronizedList(new ArrayList<>()));
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What came to a path so far, in its order. */
  public List<Request> heard(String path) {
    List<Request> all = heard.get(path);
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  /** The ids of what a path took. */
  public List<String> taken(String path) {
    return heard(path).stream()
        .filter(request -> request.status() / 100 == 2)
        .map(Request::id)
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<Request> before = heard.get(path);
    int status = manners.get(path).applyAsInt(before.size());
    before.add(
        new Request(
            header(exchange, "webhook-id"),
            header(exchange, "webhook-timestamp"),
            header(exchange, "webhook-signature"),
            header(exchange, "Content-Type"),
            body,
            status));
    if (status == 0) {
      silence();
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().set("Location", "/trap");
    }
    exchange.sendResponseHeaders(status == 0 ? 500 : status, -1);
    exchange.close();
  }

  private void silence() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
